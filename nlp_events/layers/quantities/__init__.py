"""French quantities: «plus de 20 000», «3 à 5 000», «une dizaine de milliers», «aucun»; and what is no quantity."""
