"""Things to claims, events and questions."""
