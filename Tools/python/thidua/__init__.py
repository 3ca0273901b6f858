"""Thi Đua's protocol once more, written from Protocol/ alone.

Needs the Python standard library, `protobuf`, and `protoc`, which reads Protocol/thidua.proto at run time.
"""
