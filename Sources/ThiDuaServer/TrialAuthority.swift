import Crypto
import SwiftASN1
import X509

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// An authority that lives as long as this value: it issues certificates for a trial, and its key is never written.
///
/// Keys are P-256, since every TLS library has it.
struct TrialAuthority {
  /// A certificate and its key, as PEM texts.
  struct Issued {
    let certificate: String
    let key: String
  }

  /// Whom a certificate is for.
  enum Holder {
    /// Names and addresses by which clients reach a server; at least one.
    case server([String])
    case client(String)
  }

  let certificate: Certificate
  private let key: Certificate.PrivateKey
  private let validity: ClosedRange<Date>

  /// - Parameter validity: Of the authority, and of what it issues unless that says otherwise.
  init(validity: ClosedRange<Date>) throws {
    self.validity = validity
    let key = Certificate.PrivateKey(P256.Signing.PrivateKey())
    self.key = key
    let name = try DistinguishedName { CommonName("Thi Dua CA (trial)") }
    let (from, to) = (validity.lowerBound, validity.upperBound)
    certificate = try Certificate(
      version: .v3, serialNumber: .init(), publicKey: key.publicKey, notValidBefore: from, notValidAfter: to, issuer: name,
      subject: name,
      extensions: try Certificate.Extensions {
        Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
        Critical(KeyUsage(keyCertSign: true, cRLSign: true))
        SubjectKeyIdentifier(hash: key.publicKey)
      }, issuerPrivateKey: key)
  }

  var pem: String { get throws { try certificate.serializeAsPEM().pemString + "\n" } }

  func issue(to holder: Holder, validity: ClosedRange<Date>? = nil) throws -> Issued {
    let validity = validity ?? self.validity
    let own = P256.Signing.PrivateKey()
    let publicKey = Certificate.PublicKey(own.publicKey)
    let (name, extensions) = try described(holder, publicKey)
    let issued = try Certificate(
      version: .v3, serialNumber: .init(), publicKey: publicKey, notValidBefore: validity.lowerBound,
      notValidAfter: validity.upperBound, issuer: certificate.subject, subject: try DistinguishedName { CommonName(name) },
      extensions: extensions, issuerPrivateKey: key)
    return Issued(certificate: try issued.serializeAsPEM().pemString + "\n", key: own.pemRepresentation + "\n")
  }

  private func described(
    _ holder: Holder, _ publicKey: Certificate.PublicKey
  ) throws -> (name: String, extensions: Certificate.Extensions) {
    let authority = SubjectKeyIdentifier(hash: key.publicKey).keyIdentifier
    switch holder {
    case .server(let names):
      let extensions = try Certificate.Extensions {
        Critical(BasicConstraints.notCertificateAuthority)
        Critical(KeyUsage(digitalSignature: true))
        try ExtendedKeyUsage([.serverAuth])
        SubjectAlternativeNames(names.map(Self.generalName))
        AuthorityKeyIdentifier(keyIdentifier: authority)
      }
      return (names[0], extensions)
    case .client(let name):
      let extensions = try Certificate.Extensions {
        Critical(BasicConstraints.notCertificateAuthority)
        Critical(KeyUsage(digitalSignature: true))
        try ExtendedKeyUsage([.clientAuth])
        AuthorityKeyIdentifier(keyIdentifier: authority)
      }
      return (name, extensions)
    }
  }

  /// A number is an address, everything else a name.
  private static func generalName(_ text: String) -> GeneralName {
    var (four, six) = (in_addr(), in6_addr())
    if inet_pton(AF_INET, text, &four) == 1 {
      return .ipAddress(ASN1OctetString(contentBytes: withUnsafeBytes(of: &four) { ArraySlice($0) }))
    }
    if inet_pton(AF_INET6, text, &six) == 1 {
      return .ipAddress(ASN1OctetString(contentBytes: withUnsafeBytes(of: &six) { ArraySlice($0) }))
    }
    return .dnsName(text)
  }
}
