"""One thread for the matrices of the language model: set before numpy is imported, or it has no effect."""

import os
from typing import Final

VARIABLES: Final = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS")


def use_one_thread() -> None:
    """Tell numpy's libraries to use one thread, unless the user has set a number.

    The matrices of a paragraph are small: threads that wait for each other cost up to four times what they save
    (44 articles on two busy cores: 4.5 s of processor time against 1.1).
    """
    for name in VARIABLES:
        os.environ.setdefault(name, "1")
