"""How an article is told: datelines, lists and their headings, who speaks, and what is told in looking back."""
