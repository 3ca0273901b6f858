"""The messages of thidua.proto, and the strict check in front of the protobuf library (Frame.md, Payload)."""

import subprocess

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory
from google.protobuf.descriptor import FieldDescriptor as Field

from .registry import PROTOCOL, Fault

NESTING_MAX, LIST_MAX = 8, 4096


def _load():
    described = subprocess.run(
        ["protoc", f"-I{PROTOCOL}", "--descriptor_set_out=/dev/stdout", "thidua.proto"], check=True, capture_output=True)
    pool = descriptor_pool.DescriptorPool()
    for file in descriptor_pb2.FileDescriptorSet.FromString(described.stdout).file:
        pool.Add(file)
    return pool


_POOL = _load()
_CLASS = getattr(message_factory, "GetMessageClass", None) or message_factory.MessageFactory(_POOL).GetPrototype


def message(name):
    """The class of a message, such as `Hello`."""
    return _CLASS(_POOL.FindMessageTypeByName("thidua.v1." + name))


def encode(value):
    return value.SerializeToString()


def decode(name, data, stream=0):
    """A message out of bytes that a peer sent."""
    type = message(name)
    _check(type.DESCRIPTOR, data, 1, stream)
    return type.FromString(data)


class _Reader:
    def __init__(self, data, stream):
        self.data, self.at, self.stream = data, 0, stream

    def fault(self, name):
        return Fault(name, f"byte {self.at}", self.stream)

    def varint(self):
        value = 0
        for index in range(10):
            if self.at == len(self.data):
                raise self.fault("TRUNCATED")
            byte = self.data[self.at]
            self.at += 1
            value |= (byte & 127) << 7 * index
            if byte < 128:
                if (byte == 0 and index > 0) or value >= 1 << 64:
                    raise self.fault("BAD_VARINT")
                return value
        raise self.fault("BAD_VARINT")

    def take(self, count):
        if count > len(self.data) - self.at:
            raise self.fault("TRUNCATED")
        self.at += count
        return self.data[self.at - count : self.at]

    def skip(self, wire):
        if wire == 0:
            self.varint()
        elif wire == 2:
            self.take(self.varint())
        elif wire in (1, 5):
            self.take(8 if wire == 1 else 4)
        else:
            raise self.fault("BAD_WIRE_TYPE")


_WIRE = {Field.TYPE_FIXED64: 1, Field.TYPE_SFIXED64: 1, Field.TYPE_DOUBLE: 1, Field.TYPE_FIXED32: 5,
         Field.TYPE_SFIXED32: 5, Field.TYPE_FLOAT: 5, Field.TYPE_STRING: 2, Field.TYPE_BYTES: 2, Field.TYPE_MESSAGE: 2}


def _is_list(field):
    repeated = getattr(field, "is_repeated", None)  # releases before 6 have only the label
    return field.label == Field.LABEL_REPEATED if repeated is None else repeated


def _check(descriptor, data, depth, stream):
    reader = _Reader(data, stream)
    seen = {}
    while reader.at < len(data):
        key = reader.varint()
        number, wire = key >> 3, key & 7
        if not 1 <= number < 1 << 29:
            raise reader.fault("BAD_WIRE_TYPE")
        field = descriptor.fields_by_number.get(number)
        if field is None:
            reader.skip(wire)
            continue
        is_list = _is_list(field)
        own = _WIRE.get(field.type, 0)
        if is_list and wire == 2 and own != 2:
            packed = _Reader(reader.take(reader.varint()), stream)
            while packed.at < len(packed.data):
                _count(packed, seen, number, True)
                _value(packed, field, depth)
            continue
        if wire != own:
            raise reader.fault("BAD_WIRE_TYPE")
        _count(reader, seen, number, is_list)
        _value(reader, field, depth)


def _count(reader, seen, number, is_list):
    seen[number] = seen.get(number, 0) + 1
    if seen[number] > (LIST_MAX if is_list else 1):
        raise reader.fault("LIST_TOO_LONG" if is_list else "NOT_CANONICAL")


def _value(reader, field, depth):
    wire = _WIRE.get(field.type, 0)
    if wire in (1, 5):
        reader.take(8 if wire == 1 else 4)
    elif wire == 2:
        data = reader.take(reader.varint())
        if field.type == Field.TYPE_MESSAGE:
            if depth >= NESTING_MAX:
                raise reader.fault("NESTING_TOO_DEEP")
            _check(field.message_type, data, depth + 1, reader.stream)
        elif field.type == Field.TYPE_STRING:
            try:
                data.decode("utf-8")
            except UnicodeDecodeError:
                raise reader.fault("BAD_UTF8") from None
    else:
        value = reader.varint()
        fits = True
        if field.type in (Field.TYPE_UINT32, Field.TYPE_SINT32):
            fits = value < 1 << 32
        elif field.type in (Field.TYPE_INT32, Field.TYPE_ENUM):
            fits = value < 1 << 31 or value >= (1 << 64) - (1 << 31)
        elif field.type == Field.TYPE_BOOL:
            fits = value <= 1
        if not fits:
            raise reader.fault("BAD_VARINT")
