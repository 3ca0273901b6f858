#include <stdlib.h>
#include <unistd.h>
#include <xlsxwriter.h>

// A file of the machine's memory, reached by a path as any other: the library writes to paths only.
// Declared here because the C library shows it to GNU sources only; 1 is MFD_CLOEXEC.
extern int memfd_create(const char *name, unsigned int flags);
static inline int xlsx_memory_file(void) { return memfd_create("thidua", 1U); }

// A decimal text as a spreadsheet's number. The library takes floating point, which is what a spreadsheet calculates with.
static inline lxw_error xlsx_write_decimal(
    lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *decimal, lxw_format *format) {
  return worksheet_write_number(sheet, row, column, strtod(decimal, NULL), format);
}

static inline lxw_error xlsx_set_width(lxw_worksheet *sheet, lxw_col_t column, int characters) {
  return worksheet_set_column(sheet, column, column, characters, NULL);
}
