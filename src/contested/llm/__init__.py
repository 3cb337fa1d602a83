"""The language model that may be asked besides: one question to an endpoint the user names, every answer checked."""
