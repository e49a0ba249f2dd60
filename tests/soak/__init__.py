"""Long measurements, run by hand with `make soak`: what they print is measured, nothing here fails a build."""
