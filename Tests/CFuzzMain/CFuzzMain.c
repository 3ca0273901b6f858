#include "CFuzzMain.h"
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*callback)(const uint8_t *, size_t));
int LLVMFuzzerTestOneInput(const uint8_t *, size_t);
int wireFuzzWithoutLibFuzzer(void);

// Some modes need no fuzzer around them: writing seeds, and the loop over mutated conversations.
int WireFuzz_main(int argc, char **argv) {
  if (getenv("THIDUA_FUZZ_MODE") != NULL) return wireFuzzWithoutLibFuzzer();
  return LLVMFuzzerRunDriver(&argc, &argv, LLVMFuzzerTestOneInput);
}
