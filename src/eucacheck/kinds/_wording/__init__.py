"""What all kinds say and compare in words."""
