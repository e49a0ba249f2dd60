"""The stages, in alphabetical order of the way of the data; `kuzet.pipeline` alone knows the order."""
