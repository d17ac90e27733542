# The programs and the library of everything but their mains.
noinst_LIBRARIES += libaihub.a
dist_man_MANS += \
	man/aihub.json.5

libaihub_a_SOURCES = \
	src/base/buf.c \
	src/base/buf.h \
	src/base/clock.c \
	src/base/clock.h \
	src/base/error.c \
	src/base/error.h \
	src/base/jsonget.c \
	src/base/jsonget.h \
	src/base/jsonscan.c \
	src/base/jsonscan.h \
	src/base/log.c \
	src/base/log.h \
	src/base/mem.c \
	src/base/mem.h \
	src/base/pack.c \
	src/base/pack.h \
	src/base/secret.c \
	src/base/secret.h \
	src/base/splice.c \
	src/base/splice.h \
	src/base/sse.c \
	src/base/sse.h \
	src/canon/price.c \
	src/canon/price.h \
	src/config.c \
	src/config.h \
	src/ledger/accounts.c \
	src/ledger/book.c \
	src/ledger/calls.c \
	src/ledger/disk.c \
	src/ledger/disk.h \
	src/ledger/entries.c \
	src/ledger/keeper.c \
	src/ledger/keeper.h \
	src/ledger/keys.c \
	src/ledger/ledger.c \
	src/ledger/ledger.h \
	src/ledger/link.c \
	src/ledger/link.h \
	src/ledger/operation.h \
	src/ledger/proof.c \
	src/ledger/reclaim.c \
	src/ledger/reclaim.h \
	src/ledger/record.c \
	src/ledger/record.h \
	src/ledger/service.c \
	src/ledger/service.h \
	src/ledger/slot.c \
	src/ledger/slot.h \
	src/ledger/store.c \
	src/ledger/store.h \
	src/ledger/upkeep.c \
	src/ledger/wire.c \
	src/ledger/wire.h \
	src/live.c \
	src/live.h \
	src/providers/provider.h \
	src/providers/providers.c \
	src/route/catalog.c \
	src/route/catalog.h \
	src/route/catalog_data.c \
	src/route/catalog_data.h \
	src/route/choose.c \
	src/route/choose.h \
	src/upstream/curl.c \
	src/upstream/upstream.h \
	src/upstream/demo.c \
	src/upstream/demo.h \
	src/upstream/tls.c \
	src/upstream/tls.h

cli_sources =


hub_libs = libaihub.a $(CURL_LIBS) $(OPENSSL_LIBS) $(JANSSON_LIBS) $(SODIUM_LIBS) $(DB_LIBS)



# The front page as a C string.
EXTRA_DIST += \
	tools/catalog-import
	$(AM_V_GEN)$(MKDIR_P) src/endpoints && $(SED) -e 's/\\/\\\\/g' -e 's/"/\\"/g' -e 's/^/"/' -e 's/$$/\\n"/' \
		$(top_srcdir)/htdocs/index.html > $@
