// The processor's own instruction for CRC-32C, where there is one: the only thing that Swift cannot say.
#pragma once

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__x86_64__)
#include <cpuid.h>

/// Whether the processor has the instruction (SSE 4.2).
static inline int crc32c_is_instruction(void) {
  unsigned int a = 0, b = 0, c = 0, d = 0;
  return __get_cpuid(1, &a, &b, &c, &d) && (c & (1u << 20)) != 0;
}

/// Continues a checksum over `count` bytes. Only where `crc32c_is_instruction` says so.
__attribute__((target("sse4.2"))) static inline uint32_t crc32c_continued(uint32_t state, const uint8_t *bytes, size_t count) {
  uint64_t crc = state;
  while (count >= 8) {
    uint64_t word;
    memcpy(&word, bytes, 8);
    crc = __builtin_ia32_crc32di(crc, word);
    bytes += 8;
    count -= 8;
  }
  while (count > 0) {
    crc = __builtin_ia32_crc32qi((uint32_t)crc, *bytes);
    bytes += 1;
    count -= 1;
  }
  return (uint32_t)crc;
}

#else

static inline int crc32c_is_instruction(void) { return 0; }
static inline uint32_t crc32c_continued(uint32_t state, const uint8_t *bytes, size_t count) {
  (void)bytes;
  (void)count;
  return state;
}

#endif
