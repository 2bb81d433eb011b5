"""Linear algebra on one thread.

Products here are so small that threads of BLAS wait for one another, spinning: on two cores that
something else uses too, two threads were measured to take ten times as long as one.
"""

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def one_thread() -> Iterator[None]:
    """Hold BLAS and OpenMP to one thread inside; also a decorator."""
    # Libraries that are not loaded yet would not be held.
    import scipy.linalg  # noqa: F401
    import sklearn.cluster  # noqa: F401
    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

    with threadpool_limits(1):
        yield
