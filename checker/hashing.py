"""Hashes without loading OpenSSL, which takes longer than hashing a report: SHA-256, and a faster one for ourselves."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import blake2b, sha256
else:
    # The lean modules come first, as in the standard library's `random`: they have other names in other versions.
    try:
        from _blake2 import blake2b
        from _sha256 import sha256
    except ImportError:
        try:
            from _blake2 import blake2b

            from _sha2 import sha256
        except ImportError:
            from hashlib import blake2b, sha256

__all__ = ["blake2b", "sha256"]
