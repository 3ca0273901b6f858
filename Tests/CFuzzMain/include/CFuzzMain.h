#ifndef CFUZZMAIN_H
#define CFUZZMAIN_H
// The program's own entry; SwiftPM gives it this name so that a test could have another.
int WireFuzz_main(int argc, char **argv);
#endif
