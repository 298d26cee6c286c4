"""People and parties who meet: who they are, where and when."""
