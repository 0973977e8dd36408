"""What a person looks at: articles and records on a screen."""
