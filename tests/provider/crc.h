#ifndef PROVIDER_CRC_H
#define PROVIDER_CRC_H

#include <stddef.h>
#include <stdint.h>

/* Goes on with the CRC-32 of gzip and PNG, which starts as 0. */
uint32_t crc_add(uint32_t crc, const char *bytes, size_t len);

#endif
