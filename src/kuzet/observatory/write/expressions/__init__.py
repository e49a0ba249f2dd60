"""The small language of figures in prose: read, checked, and set among the words of a template."""
