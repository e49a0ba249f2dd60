"""The ground floor: the words of the field as frozen value objects, one noun a file, one meaning each."""
