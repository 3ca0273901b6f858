/// Why a load test could not be run, in a sentence.
package struct LoadFailure: Error, CustomStringConvertible {
  package let description: String

  package init(_ description: String) { self.description = description }
}
