import SwiftProtobuf

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The calls by which a generated message names its fields to the checker: one line a type.
///
/// None of them stores a value. The library's own decoder reads the message afterwards.
extension StrictDecoder: SwiftProtobuf.Decoder {
  mutating func handleConflictingOneOf() throws { throw WireProblem.stream(.notCanonical, place) }

  mutating func decodeSingularFloatField(value: inout Float) throws { try single(.fixed32) }
  mutating func decodeSingularFloatField(value: inout Float?) throws { try single(.fixed32) }
  mutating func decodeRepeatedFloatField(value: inout [Float]) throws { try list(.fixed32) }
  mutating func decodeSingularDoubleField(value: inout Double) throws { try single(.fixed64) }
  mutating func decodeSingularDoubleField(value: inout Double?) throws { try single(.fixed64) }
  mutating func decodeRepeatedDoubleField(value: inout [Double]) throws { try list(.fixed64) }
  mutating func decodeSingularInt32Field(value: inout Int32) throws { try single(.int32) }
  mutating func decodeSingularInt32Field(value: inout Int32?) throws { try single(.int32) }
  mutating func decodeRepeatedInt32Field(value: inout [Int32]) throws { try list(.int32) }
  mutating func decodeSingularInt64Field(value: inout Int64) throws { try single(.int64) }
  mutating func decodeSingularInt64Field(value: inout Int64?) throws { try single(.int64) }
  mutating func decodeRepeatedInt64Field(value: inout [Int64]) throws { try list(.int64) }
  mutating func decodeSingularUInt32Field(value: inout UInt32) throws { try single(.uint32) }
  mutating func decodeSingularUInt32Field(value: inout UInt32?) throws { try single(.uint32) }
  mutating func decodeRepeatedUInt32Field(value: inout [UInt32]) throws { try list(.uint32) }
  mutating func decodeSingularUInt64Field(value: inout UInt64) throws { try single(.uint64) }
  mutating func decodeSingularUInt64Field(value: inout UInt64?) throws { try single(.uint64) }
  mutating func decodeRepeatedUInt64Field(value: inout [UInt64]) throws { try list(.uint64) }
  mutating func decodeSingularSInt32Field(value: inout Int32) throws { try single(.sint32) }
  mutating func decodeSingularSInt32Field(value: inout Int32?) throws { try single(.sint32) }
  mutating func decodeRepeatedSInt32Field(value: inout [Int32]) throws { try list(.sint32) }
  mutating func decodeSingularSInt64Field(value: inout Int64) throws { try single(.sint64) }
  mutating func decodeSingularSInt64Field(value: inout Int64?) throws { try single(.sint64) }
  mutating func decodeRepeatedSInt64Field(value: inout [Int64]) throws { try list(.sint64) }
  mutating func decodeSingularFixed32Field(value: inout UInt32) throws { try single(.fixed32) }
  mutating func decodeSingularFixed32Field(value: inout UInt32?) throws { try single(.fixed32) }
  mutating func decodeRepeatedFixed32Field(value: inout [UInt32]) throws { try list(.fixed32) }
  mutating func decodeSingularFixed64Field(value: inout UInt64) throws { try single(.fixed64) }
  mutating func decodeSingularFixed64Field(value: inout UInt64?) throws { try single(.fixed64) }
  mutating func decodeRepeatedFixed64Field(value: inout [UInt64]) throws { try list(.fixed64) }
  mutating func decodeSingularSFixed32Field(value: inout Int32) throws { try single(.fixed32) }
  mutating func decodeSingularSFixed32Field(value: inout Int32?) throws { try single(.fixed32) }
  mutating func decodeRepeatedSFixed32Field(value: inout [Int32]) throws { try list(.fixed32) }
  mutating func decodeSingularSFixed64Field(value: inout Int64) throws { try single(.fixed64) }
  mutating func decodeSingularSFixed64Field(value: inout Int64?) throws { try single(.fixed64) }
  mutating func decodeRepeatedSFixed64Field(value: inout [Int64]) throws { try list(.fixed64) }
  mutating func decodeSingularBoolField(value: inout Bool) throws { try single(.bool) }
  mutating func decodeSingularBoolField(value: inout Bool?) throws { try single(.bool) }
  mutating func decodeRepeatedBoolField(value: inout [Bool]) throws { try list(.bool) }
  mutating func decodeSingularStringField(value: inout String) throws { try single(.string) }
  mutating func decodeSingularStringField(value: inout String?) throws { try single(.string) }
  mutating func decodeRepeatedStringField(value: inout [String]) throws { try list(.string) }
  mutating func decodeSingularBytesField(value: inout Data) throws { try single(.bytes) }
  mutating func decodeSingularBytesField(value: inout Data?) throws { try single(.bytes) }
  mutating func decodeRepeatedBytesField(value: inout [Data]) throws { try list(.bytes) }

  mutating func decodeSingularEnumField<E: Enum>(value: inout E) throws where E.RawValue == Int { try single(.int32) }
  mutating func decodeSingularEnumField<E: Enum>(value: inout E?) throws where E.RawValue == Int { try single(.int32) }
  mutating func decodeRepeatedEnumField<E: Enum>(value: inout [E]) throws where E.RawValue == Int { try list(.int32) }

  mutating func decodeSingularMessageField<M: Message>(value: inout M?) throws { try message(M.self, isList: false) }
  mutating func decodeRepeatedMessageField<M: Message>(value: inout [M]) throws { try message(M.self, isList: true) }

  // Groups, maps and extensions do not occur in thidua.proto and are refused wherever they are met.

  mutating func decodeSingularGroupField<G: Message>(value: inout G?) throws { throw unsupported }
  mutating func decodeRepeatedGroupField<G: Message>(value: inout [G]) throws { throw unsupported }
  mutating func decodeMapField<KeyType, ValueType: MapValueType>(
    fieldType: _ProtobufMap<KeyType, ValueType>.Type, value: inout _ProtobufMap<KeyType, ValueType>.BaseType
  ) throws { throw unsupported }
  mutating func decodeMapField<KeyType, ValueType>(
    fieldType: _ProtobufEnumMap<KeyType, ValueType>.Type, value: inout _ProtobufEnumMap<KeyType, ValueType>.BaseType
  ) throws where ValueType.RawValue == Int { throw unsupported }
  mutating func decodeMapField<KeyType, ValueType>(
    fieldType: _ProtobufMessageMap<KeyType, ValueType>.Type,
    value: inout _ProtobufMessageMap<KeyType, ValueType>.BaseType
  ) throws { throw unsupported }
  mutating func decodeExtensionField(
    values: inout ExtensionFieldValueSet, messageType: any Message.Type, fieldNumber: Int
  ) throws { throw unsupported }

  private var unsupported: WireProblem { .stream(.badWireType, place) }
}
