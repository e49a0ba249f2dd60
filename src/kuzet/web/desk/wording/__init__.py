"""The words of the desk's pages: languages, codes and answers, refusals, decimals."""
