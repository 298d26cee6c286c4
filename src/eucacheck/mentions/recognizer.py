"""The model's named entities, decided for many paragraphs at once and not token by token.

The model's recogniser gives one token after another a move: begin a name, inside, last, unit, out. Its own loop asks
of each of 74 moves at each token whether it is allowed, and takes Python's lock each time: two thirds of its time.
Outside a name, however, the scores depend on the token alone. So they are computed for all tokens together, and only
what begins a name is followed, all names together, until each has its last token. Same weights, same order of adding,
same rules of what is allowed, hence the same names; the model and its version are pinned, and a test compares them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from spacy.pipeline import EntityRecognizer
    from spacy.tokens import Doc

    Reals = NDArray[np.float32]
    Indexes = NDArray[np.intp]
    Truths = NDArray[np.bool_]


@dataclass(frozen=True)
class Recognizer:
    """The recogniser of a loaded model, which runs outside its pipeline."""

    component: "EntityRecognizer"

    def names(self, docs: "Sequence[Doc]") -> Iterator[list[tuple[int, int, str]]]:
        """Give for each parsed paragraph its names: first token, one past the last, label."""
        found = self._names(docs)
        low, at = 0, 0
        for doc in docs:
            high, own = low + len(doc), []
            while at < len(found) and found[at][0] < high:
                start, end, label = found[at]
                own.append((start - low, end - low, label))
                at += 1
            yield own
            low = high

    def _names(self, docs: "Sequence[Doc]") -> list[tuple[int, int, str]]:
        """Names by the number of the token in all paragraphs together."""
        vectors, lower, _ = self.component.model.layers
        # row 0 stands for "no such token": the first of an open name and the token before are none outside a name
        features = lower.predict(vectors.predict(docs))
        closing, blank = _limits(docs)
        moves = self._moves
        move = self._outside(features, closing, blank)
        end = self._ends(features, move, closing)
        found: list[tuple[int, int, str]] = []
        done = 0
        for token in (move != moves.index("O")).nonzero()[0].tolist():
            if token >= done:
                done = int(end[token])
                found.append((token, done, moves[move[token]].partition("-")[2]))
        return found

    def _outside(self, features: "Reals", closing: "Truths", blank: "Truths") -> "Indexes":
        """The move at each token as if no name were open there: a name begins, is this token alone, or is none."""
        import numpy as np

        scores = self._scores(features[1:, 0] + features[0, 1], features[0, 2])
        kind = np.array([name[0] for name in self._moves])
        scores[:, (kind == "I") | (kind == "L") | (np.array(self._moves) == "U-")] = -np.inf
        scores[np.ix_(closing, kind == "B")] = -np.inf
        scores[np.ix_(blank, kind != "O")] = -np.inf
        best: Indexes = scores.argmax(axis=1)
        return best

    def _ends(self, features: "Reals", move: "Indexes", closing: "Truths") -> "Indexes":
        """For each token one past the last token of the name that begins there; one past the token where none does."""
        import numpy as np

        inside, last = self._going_on
        end = np.arange(1, len(move) + 1)
        first = (inside[move] >= 0).nonzero()[0]
        token = first + 1
        while len(first):
            scores = self._scores(features[token + 1, 0] + features[first + 1, 1], features[token, 2])
            row = np.arange(len(first))
            further = (scores[row, inside[move[first]]] >= scores[row, last[move[first]]]) & ~closing[token]
            end[first] = token + 1
            first, token = first[further], token[further] + 1
        return end

    def _scores(self, begun: "Reals", before: "Reals") -> "Reals":
        """The scores of all moves: features of the token and of the open name, added up in the model's order."""
        _, lower, upper = self.component.model.layers
        begun += before
        begun += lower.get_param("b")
        scores: Reals = upper.predict(begun.max(axis=-1))
        return scores

    @cached_property
    def _moves(self) -> list[str]:
        """The moves in the order of their scores: 'B-ORG', 'I-ORG', 'L-ORG', 'U-ORG', 'O'; 'U-' is for training."""
        moves = self.component.moves
        return [moves.get_class_name(i) for i in range(moves.n_moves)]

    @cached_property
    def _going_on(self) -> "tuple[Indexes, Indexes]":
        """For each move that begins a name the moves by which it goes on and by which it ends; -1 for the others."""
        import numpy as np

        numbers = {name: i for i, name in enumerate(self._moves)}
        labels = [name[2:] if name.startswith("B-") else "" for name in self._moves]
        inside, last = ([numbers.get(f"{way}-{label}", -1) for label in labels] for way in "IL")
        return np.array(inside), np.array(last)


def _limits(docs: "Sequence[Doc]") -> "tuple[Truths, Truths]":
    """Which tokens are the last of their sentence, where no name goes on, and which are white space."""
    import numpy as np

    marks = np.concatenate([doc.to_array(["SENT_START", "IS_SPACE"]) for doc in docs])
    closing = np.zeros(len(marks), dtype=bool)
    closing[:-1] = marks[1:, 0] == 1
    closing[np.cumsum([len(doc) for doc in docs]) - 1] = True
    return closing, marks[:, 1] != 0
