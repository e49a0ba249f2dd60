"""Text in Kazakh, Russian and English: which language, which sentences, numbers, dates, money, law and names.

Knowledge of one language is data in its folder (`kk`, `ru`, `en`); the modules beside them are the machinery.
Nothing here knows a country: spellings of laws, places and outlets are passed in.
"""
