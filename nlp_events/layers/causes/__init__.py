"""What kind of happening it was."""
