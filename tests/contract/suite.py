"""The contract of `netmap.store.protocol.Store`: every capability, run over every store."""

from __future__ import annotations

from typing import ClassVar

from tests.contract.carrying import Carrying
from tests.contract.changing import Atomicity, Versions
from tests.contract.concurrency import Concurrency
from tests.contract.erasing import Erasure
from tests.contract.history import ChangeLog, Undo
from tests.contract.isolation import Closing, Isolation
from tests.contract.reading import Reading, RoundTrip
from tests.contract.referring import References
from tests.contract.snapshots import Snapshots
from tests.contract.texts import Texts


class StoreContract(
    Atomicity,
    Versions,
    References,
    Reading,
    RoundTrip,
    ChangeLog,
    Undo,
    Snapshots,
    Erasure,
    Carrying,
    Texts,
    Isolation,
    Concurrency,
    Closing,
):
    """What every store does. A backend's test file holds one subclass and ``open_store``.

    What a store cannot do is declared: the subclass states in the test of the same name what the
    store does instead, and in ``DEVIATIONS`` why.
    """

    DEVIATIONS: ClassVar[dict[str, str]] = {}

    def __init_subclass__(cls) -> None:
        """Refuse deviations that are not declared, and declarations of what does not deviate."""
        own = {name for name in vars(cls) if name.startswith("test_")}
        deviating = {name for name in own if hasattr(StoreContract, name)}
        if deviating != set(cls.DEVIATIONS):
            raise TypeError(
                f"{cls.__name__}: DEVIATIONS must name exactly the tests of the contract that it "
                f"replaces: {sorted(deviating ^ set(cls.DEVIATIONS))}"
            )
