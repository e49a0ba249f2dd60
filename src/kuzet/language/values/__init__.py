"""Values in running text: numbers, dates, money, terms and articles of law, and how they are written."""
