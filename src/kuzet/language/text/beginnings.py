"""What words begin with, looked up once a word: news is written with few words, and most of them begin nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final, Generic, TypeVar

KEPT: Final = 1 << 17
"""So many words are remembered before all are forgotten."""

T = TypeVar("T")


class Beginnings(Generic[T]):
    """Keys that words begin with; a key of several words is begun by its first one alone, `key.` only by that word."""

    def __init__(self, keys: Mapping[str, T]) -> None:
        self._single = dict(keys)
        self._whole = {key[:-1]: self._single.pop(key) for key in keys if key.endswith(".")}
        self._several: dict[str, list[tuple[str, T]]] = {}
        for key in [key for key in self._single if " " in key]:
            self._several.setdefault(key.partition(" ")[0], []).append((key, self._single.pop(key)))
        self._longest = max(map(len, self._single), default=0)

    def items(self) -> Iterator[tuple[str, T]]:
        """The keys with their values."""
        yield from ((f"{word}.", value) for word, value in self._whole.items())
        yield from self._single.items()
        for several in self._several.values():
            yield from several

    def of(self, word: str) -> Iterator[tuple[str, T]]:
        """The keys that may stand where the word begins, the shortest first, with their values."""
        for length in range(1, min(len(word), self._longest) + 1):
            value = self._single.get(word[:length])
            if value is not None:
                yield word[:length], value
        if word in self._whole:
            yield f"{word}.", self._whole[word]
        yield from self._several.get(word, ())

    def values(self, word: str) -> list[T]:
        """The values of `of`."""
        get = self._single.get
        found = [value for end in range(1, min(len(word), self._longest) + 1) if (value := get(word[:end])) is not None]
        if word in self._whole:
            found.append(self._whole[word])
        return [*found, *(value for _, value in self._several[word])] if word in self._several else found


class Remembered(dict[str, T]):
    """What is told of a word, found out once: `remembered[word]` never fails."""

    def __init__(self, tell: Callable[[str], T]) -> None:
        super().__init__()
        self._tell = tell

    def __missing__(self, word: str) -> T:
        if len(self) >= KEPT:
            self.clear()
        told = self[word] = self._tell(word)
        return told
