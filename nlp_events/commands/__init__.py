"""What the commands do: plain functions that return an exit code, one module a command."""
