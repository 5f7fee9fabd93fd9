# SPDX-License-Identifier: GPL-3.0-or-later
"""Small bodies that decompress into very large ones, in each encoding. Made by hand where Python has no encoder."""
import functools
import zlib

BLOCK = 128 * 1024  # of zstd; the largest there is
META_BLOCK = 1 << 24  # of brotli; the largest there is


@functools.lru_cache
def deflated(size, window_bits):
    """zlib's formats, of blanks: 31 is gzip, 15 zlib, -15 the bare stream."""
    packer = zlib.compressobj(9, zlib.DEFLATED, window_bits)
    piece = b" " * (1 << 20)
    parts = [packer.compress(piece) for _ in range(size // len(piece))]
    return b"".join([*parts, packer.flush()])


def gzip(size):
    return deflated(size, 31)


def zlib_stream(size):
    return deflated(size, 15)


def raw_deflate(size):
    return deflated(size, -15)


def zstd(size):
    """RFC 8878: a frame of blocks that repeat one byte each."""
    repeated, last = 1, 1
    blocks = size // BLOCK
    header = bytes.fromhex("28b52ffd") + bytes([0, 7 << 3])  # no content size; a window of 2^(10 + 7) bytes
    block = (BLOCK << 3 | repeated << 1).to_bytes(3, "little") + b" "
    return header + block * (blocks - 1) + (BLOCK << 3 | repeated << 1 | last).to_bytes(3, "little") + b" "


class Bits:
    """Bits in brotli's order: each number from its lowest bit on."""

    def __init__(self):
        self.value = 0
        self.count = 0

    def put(self, number, width):
        self.value |= number << self.count
        self.count += width

    def data(self):
        return self.value.to_bytes((self.count + 7) // 8, "little")


def brotli(size):
    """RFC 7932: meta-blocks of one literal and one copy of it; each prefix code has a single symbol, which then costs
    no bits. 13 bytes become 16 MiB."""
    bits = Bits()
    bits.put(0, 1)  # a window of 64 KiB
    for _ in range(size // META_BLOCK):
        bits.put(0, 1)  # not the last
        bits.put(2, 2)  # a length of six nibbles
        bits.put(META_BLOCK - 1, 24)
        bits.put(0, 1)  # compressed
        bits.put(0, 3)  # one type of block for literals, commands and distances each
        bits.put(0, 2 + 4)  # no postfix, no direct distances
        bits.put(0, 2)  # context mode
        bits.put(0, 2)  # one tree for literals, one for distances
        for symbol, width in ((ord(" "), 8), (384 + (1 << 3) + 7, 10), (16, 6)):  # one literal and a long copy; nearest
            bits.put(1, 2)  # a simple code
            bits.put(0, 2)  # of one symbol
            bits.put(symbol, width)
        bits.put(META_BLOCK - 1 - 2118, 24)  # how much longer than 2118 the copy is
        bits.put(0, 1)  # distance 1
    bits.put(3, 2)  # last, and empty
    return bits.data()
