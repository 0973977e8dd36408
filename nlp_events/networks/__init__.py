"""Small networks over the words of an article, read with numpy alone; the scripts of ``models/`` make their weights."""
