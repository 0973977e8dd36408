"""PER, LOC and ORG with exact borders, one label a name, canonical names and places on the map."""
