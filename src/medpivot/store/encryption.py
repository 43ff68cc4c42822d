"""Standard age files locked with a passphrase, so that other programs can open them too.

The library is the extra `encrypt`. Locking and unlocking take a second or two each: that is what
makes guessing slow.
"""

from types import ModuleType
from typing import Final

from medpivot.errors import MedpivotError

_BEGINNINGS: Final = (b"age-encryption.org/v1\n", b"-----BEGIN AGE ENCRYPTED FILE-----")


def is_encrypted(data: bytes) -> bool:
    """Is it an age file?"""
    return data.startswith(_BEGINNINGS)


def must_be_installed() -> ModuleType:
    """The library.

    Raises:
        MedpivotError: the extra is not installed; which one.
    """
    try:
        import pyrage
    except ImportError:
        raise MedpivotError(
            "locking and unlocking backups needs the extra `encrypt`, which is not installed",
            "pip install 'medpivot[encrypt]', or from a checkout: pip install '.[encrypt]'",
        ) from None
    module: ModuleType = pyrage
    return module


def encrypt(data: bytes, passphrase: str) -> bytes:
    """The data as an age file.

    Raises:
        MedpivotError: the extra is not installed.
    """
    locked: bytes = must_be_installed().passphrase.encrypt(data, passphrase)
    return locked


def decrypt(data: bytes, passphrase: str, name: str) -> bytes:
    """The data in an age file.

    Raises:
        MedpivotError: another passphrase, damage, or the extra is not installed.
    """
    library = must_be_installed()
    try:
        opened: bytes = library.passphrase.decrypt(data, passphrase)
    except library.DecryptError:
        raise MedpivotError(
            f"{name} cannot be opened: another passphrase, or the file is damaged",
            "run the command again and type the passphrase it was locked with",
        ) from None
    return opened
