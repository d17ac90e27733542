# Unit tests (TAP, no web server, no network), fuzzers run over their corpora, lints, and the programs that the
# end-to-end tests and benchmarks need.
LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
TEST_EXTENSIONS = .sh
AM_TESTS_ENVIRONMENT = \
	TSAN_OPTIONS="suppressions=$(abs_top_srcdir)/tests/sanitizers/tsan.supp $$TSAN_OPTIONS"; \
	export TSAN_OPTIONS; \
	HARDENED="$(HARDENED)"; \
	export HARDENED;

check_PROGRAMS += $(unit_tests) $(fuzzers) tests/provider/provider \
	tests/bench/entries tests/bench/load tests/bench/plain
TESTS += $(unit_tests) $(test_scripts)
dist_check_SCRIPTS += $(test_scripts)
LDADD = $(hub_libs)

unit_tests = \
	tests/unit/test_ability \
	tests/unit/test_absurd \
	tests/unit/test_access \
	tests/unit/test_answer \
	tests/unit/test_answer_format \
	tests/unit/test_answers \
	tests/unit/test_arguments \
	tests/unit/test_ask \
	tests/unit/test_auth \
	tests/unit/test_blame \
	tests/unit/test_body \
	tests/unit/test_buf \
	tests/unit/test_carry \
	tests/unit/test_catalog \
	tests/unit/test_catalog_file \
	tests/unit/test_catalog_import \
	tests/unit/test_chat_aigne \
	tests/unit/test_chat_anthropic \
	tests/unit/test_chat_completions \
	tests/unit/test_chat_framework \
	tests/unit/test_chat_gemini \
	tests/unit/test_chat_indox \
	tests/unit/test_chat_openai \
	tests/unit/test_chat_openai_canon \
	tests/unit/test_chat_responses \
	tests/unit/test_choose \
	tests/unit/test_clock \
	tests/unit/test_codes \
	tests/unit/test_collect \
	tests/unit/test_config \
	tests/unit/test_connects \
	tests/unit/test_cut \
	tests/unit/test_decimal \
	tests/unit/test_demo \
	tests/unit/test_deployments \
	tests/unit/test_disk \
	tests/unit/test_doctor \
	tests/unit/test_dropped \
	tests/unit/test_embed \
	tests/unit/test_entry_lines \
	tests/unit/test_error_shapes \
	tests/unit/test_estimate \
	tests/unit/test_event_array \
	tests/unit/test_fetch \
	tests/unit/test_filelock \
	tests/unit/test_float32 \
	tests/unit/test_fragments \
	tests/unit/test_gemini_schema \
	tests/unit/test_grammar \
	tests/unit/test_guesses \
	tests/unit/test_history \
	tests/unit/test_html \
	tests/unit/test_image_price \
	tests/unit/test_holds \
	tests/unit/test_joint \
	tests/unit/test_jsondepth \
	tests/unit/test_jsonscan \
	tests/unit/test_jsonvalue \
	tests/unit/test_jsonwrite \
	tests/unit/test_jwks \
	tests/unit/test_jwt \
	tests/unit/test_keeper \
	tests/unit/test_keys \
	tests/unit/test_ledger \
	tests/unit/test_limits \
	tests/unit/test_listing \
	tests/unit/test_live \
	tests/unit/test_logfile \
	tests/unit/test_logins \
	tests/unit/test_image \
	tests/unit/test_kept_files \
	tests/unit/test_media \
	tests/unit/test_meter \
	tests/unit/test_multipart \
	tests/unit/test_moderate \
	tests/unit/test_names \
	tests/unit/test_network \
	tests/unit/test_oidc \
	tests/unit/test_openapi \
	tests/unit/test_options \
	tests/unit/test_pack \
	tests/unit/test_password \
	tests/unit/test_price \
	tests/unit/test_providers \
	tests/unit/test_ratio \
	tests/unit/test_reply \
	tests/unit/test_request \
	tests/unit/test_rerank \
	tests/unit/test_restore \
	tests/unit/test_retention \
	tests/unit/test_routes \
	tests/unit/test_schema_object \
	tests/unit/test_schema_subset \
	tests/unit/test_salted \
	tests/unit/test_secret \
	tests/unit/test_seen \
	tests/unit/test_sessions \
	tests/unit/test_sightings \
	tests/unit/test_slot \
	tests/unit/test_sound \
	tests/unit/test_speak \
	tests/unit/test_splice \
	tests/unit/test_sse \
	tests/unit/test_states \
	tests/unit/test_store \
	tests/unit/test_task \
	tests/unit/test_token_key \
	tests/unit/test_transcribe \
	tests/unit/test_tree \
	tests/unit/test_tool_schema \
	tests/unit/test_turns \
	tests/unit/test_unseal \
	tests/unit/test_unwrap \
	tests/unit/test_upload \
	tests/unit/test_upstream \
	tests/unit/test_windows \
	tests/unit/test_wire \
	tests/unit/test_write

test_scripts = \
	tests/fuzz/run.sh \
	tests/lint/hardening.sh \
	tests/lint/layers.sh \
	tests/lint/proofs.sh \
	tests/lint/settings.sh \
	tests/lint/shapes.sh \
	tests/lint/tidy.sh

fuzzers = \
	tests/fuzz/fuzz_body \
	tests/fuzz/fuzz_chat_aigne \
	tests/fuzz/fuzz_chat_gemini \
	tests/fuzz/fuzz_chat_anthropic \
	tests/fuzz/fuzz_chat_indox \
	tests/fuzz/fuzz_chat_openai \
	tests/fuzz/fuzz_chat_responses \
	tests/fuzz/fuzz_config \
	tests/fuzz/fuzz_embed \
	tests/fuzz/fuzz_front \
	tests/fuzz/fuzz_image \
	tests/fuzz/fuzz_import \
	tests/fuzz/fuzz_jsonget \
	tests/fuzz/fuzz_jsonscan \
	tests/fuzz/fuzz_jwks \
	tests/fuzz/fuzz_jwt \
	tests/fuzz/fuzz_multipart \
	tests/fuzz/fuzz_request \
	tests/fuzz/fuzz_rerank \
	tests/fuzz/fuzz_service \
	tests/fuzz/fuzz_slot \
	tests/fuzz/fuzz_sound \
	tests/fuzz/fuzz_splice \
	tests/fuzz/fuzz_sse \
	tests/fuzz/fuzz_upstream \
	tests/fuzz/fuzz_wire

if FUZZING
fuzz_main =
else
fuzz_main = tests/fuzz/standalone.c
endif
fuzz_libs = $(hub_libs) $(FUZZ_LIBS)
tests_fuzz_fuzz_body_SOURCES = tests/fuzz/fuzz_body.c $(fuzz_main)
tests_fuzz_fuzz_body_LDADD = $(fuzz_libs)
tests_fuzz_fuzz_chat_aigne_SOURCES = tests/fuzz/fuzz_chat_aigne.c $(fuzz_main)
tests_fuzz_fuzz_chat_aigne_LDADD = $(fuzz_libs)
tests_fuzz_fuzz_chat_gemini_SOURCES = tests/fuzz/fuzz_chat_gemini.c $(fuzz_main)
tests_fuzz_fuzz_chat_gemini_LDADD = $(fuzz_libs)
tests_fuzz_fuzz_chat_anthropic_SOURCES = tests/fuzz/fuzz_chat_anthropic.c $(fuzz_main)
tests_fuzz_fuzz_chat_anthropic_LDADD = $(fuzz_libs)
tests_fuzz_fuzz_chat_indox_SOURCES = tests/fuzz/fuzz_chat_indox.c $(fuzz_main)
tests_fuzz_fuzz_chat_indox_LDADD = $(fuzz_libs)
tests_fuzz_fuzz_chat_openai_SOURCES = tests/fuzz/fuzz_chat_openai.c $(fuzz_main)
tests_fuzz_fuzz_chat_openai_LDADD = $(fuzz_libs)
tests_fuzz_fuzz_chat_responses_SOURCES = tests/fuzz/fuzz_chat_responses.c $(fuzz_main)
tests_fuzz_fuzz_chat_responses_LDADD = $(fuzz_libs)
tests_fuzz_fuzz_config_SOURCES = tests/fuzz/fuzz_config.c $(fuzz_main)
tests_fuzz_fuzz_config_LDADD = $(fuzz_libs)
tests_fuzz_fuzz_embed_SOURCES = tests/fuzz/fuzz_embed.c $(fuzz_main)
tests_fuzz_fuzz_embed_LDADD = $(fuzz_libs)
tests_fuzz_fuzz_front_SOURCES = tests/fuzz/fuzz_front.c $(fuzz_main)
tests_fuzz_fuzz_front_LDADD = $(fuzz_libs)
tests_fuzz_fuzz_image_SOURCES = tests/fuzz/fuzz_image.c $(fuzz_main)
tests_fuzz_fuzz_image_LDADD = $(fuzz_libs)
tests_fuzz_fuzz_import_SOURCES = tests/fuzz/fuzz_import.c $(import_sources) $(fuzz_main)
tests_fuzz_fuzz_import_LDADD = $(fuzz_libs)
tests_fuzz_fuzz_jsonget_SOURCES = tests/fuzz/fuzz_jsonget.c $(fuzz_main)
tests_fuzz_fuzz_jsonget_LDADD = $(fuzz_libs)
tests_fuzz_fuzz_jsonscan_SOURCES = tests/fuzz/fuzz_jsonscan.c $(fuzz_main)
tests_fuzz_fuzz_jsonscan_LDADD = $(fuzz_libs)
tests_fuzz_fuzz_jwks_SOURCES = tests/fuzz/fuzz_jwks.c $(fuzz_main)
tests_fuzz_fuzz_jwks_LDADD = $(fuzz_libs)
tests_fuzz_fuzz_jwt_SOURCES = tests/fuzz/fuzz_jwt.c $(fuzz_main)
tests_fuzz_fuzz_jwt_LDADD = $(fuzz_libs)
tests_fuzz_fuzz_multipart_SOURCES = tests/fuzz/fuzz_multipart.c $(fuzz_main)
tests_fuzz_fuzz_multipart_LDADD = $(fuzz_libs)
tests_fuzz_fuzz_request_SOURCES = tests/fuzz/fuzz_request.c $(fuzz_main)
tests_fuzz_fuzz_request_LDADD = $(fuzz_libs)
tests_fuzz_fuzz_rerank_SOURCES = tests/fuzz/fuzz_rerank.c $(fuzz_main)
tests_fuzz_fuzz_rerank_LDADD = $(fuzz_libs)
tests_fuzz_fuzz_service_SOURCES = tests/fuzz/fuzz_service.c $(fuzz_main)
tests_fuzz_fuzz_service_LDADD = $(fuzz_libs)
tests_fuzz_fuzz_slot_SOURCES = tests/fuzz/fuzz_slot.c $(fuzz_main)
tests_fuzz_fuzz_slot_LDADD = $(fuzz_libs)
tests_fuzz_fuzz_sound_SOURCES = tests/fuzz/fuzz_sound.c $(fuzz_main)
tests_fuzz_fuzz_sound_LDADD = $(fuzz_libs)
tests_fuzz_fuzz_splice_SOURCES = tests/fuzz/fuzz_splice.c $(fuzz_main)
tests_fuzz_fuzz_splice_LDADD = $(fuzz_libs)
tests_fuzz_fuzz_sse_SOURCES = tests/fuzz/fuzz_sse.c $(fuzz_main)
tests_fuzz_fuzz_sse_LDADD = $(fuzz_libs)
tests_fuzz_fuzz_upstream_SOURCES = tests/fuzz/fuzz_upstream.c $(fuzz_main)
tests_fuzz_fuzz_upstream_LDADD = $(fuzz_libs)
tests_fuzz_fuzz_wire_SOURCES = tests/fuzz/fuzz_wire.c $(fuzz_main)
tests_fuzz_fuzz_wire_LDADD = $(fuzz_libs)

# The commands are no part of the library.
import_sources = \
	src/cli/import.c \
	src/cli/import_litellm.c \
	src/cli/import_models_dev.c \
	src/cli/import_names.c \
	src/cli/import_price.c \
	src/cli/import_units.c \
	src/cli/import_write.c
tests_unit_test_arguments_SOURCES = \
	tests/unit/test_arguments.c \
	src/cli/arguments.c \
	src/cli/limit_words.c \
	src/cli/output.c
tests_unit_test_catalog_import_SOURCES = \
	tests/unit/test_catalog_import.c \
	$(import_sources)
tests_unit_test_doctor_SOURCES = \
	tests/unit/test_doctor.c \
	src/cli/doctor_advice.c \
	src/cli/doctor_host.c \
	src/cli/doctor_probe.c \
	src/cli/doctor_reach.c \
	src/cli/doctor_report.c \
	src/cli/doctor_verdict.c \
	src/cli/output.c

tests_provider_provider_SOURCES = \
	tests/provider/abuse.c \
	tests/provider/agent.c \
	tests/provider/agent.h \
	tests/provider/answer.c \
	tests/provider/answer.h \
	tests/provider/anthropic.c \
	tests/provider/anthropic.h \
	tests/provider/anthropic_answer.c \
	tests/provider/anthropic_blocks.c \
	tests/provider/anthropic_check.c \
	tests/provider/anthropic_family.c \
	tests/provider/anthropic_messages.c \
	tests/provider/anthropic_schema.c \
	tests/provider/anthropic_tools.c \
	tests/provider/behaviour.c \
	tests/provider/behaviour.h \
	tests/provider/chat.c \
	tests/provider/chat_check.c \
	tests/provider/chat_check.h \
	tests/provider/chat_messages.c \
	tests/provider/chat_tools.c \
	tests/provider/cohere.c \
	tests/provider/cohere.h \
	tests/provider/crc.c \
	tests/provider/crc.h \
	tests/provider/dialect.h \
	tests/provider/embeddings.c \
	tests/provider/fields.c \
	tests/provider/fields.h \
	tests/provider/form.c \
	tests/provider/form.h \
	tests/provider/gemini.c \
	tests/provider/gemini.h \
	tests/provider/gemini_check.c \
	tests/provider/gemini_check.h \
	tests/provider/gemini_contents.c \
	tests/provider/gemini_embed.c \
	tests/provider/gemini_error.c \
	tests/provider/gemini_messages.c \
	tests/provider/gemini_messages.h \
	tests/provider/gemini_plan.c \
	tests/provider/gemini_proto.c \
	tests/provider/gemini_proto.h \
	tests/provider/gemini_read.c \
	tests/provider/gemini_schema.c \
	tests/provider/gemini_sign.c \
	tests/provider/gemini_sign.h \
	tests/provider/gemini_thinking.c \
	tests/provider/gemini_tools.c \
	tests/provider/gzip.c \
	tests/provider/gzip.h \
	tests/provider/hash.c \
	tests/provider/hash.h \
	tests/provider/http.c \
	tests/provider/http.h \
	tests/provider/images.c \
	tests/provider/images.h \
	tests/provider/images_check.c \
	tests/provider/images_edit.c \
	tests/provider/main.c \
	tests/provider/measure.c \
	tests/provider/measure.h \
	tests/provider/media.c \
	tests/provider/media.h \
	tests/provider/member.c \
	tests/provider/member.h \
	tests/provider/moderations.c \
	tests/provider/multipart.c \
	tests/provider/multipart.h \
	tests/provider/ollama.c \
	tests/provider/openai.c \
	tests/provider/openai.h \
	tests/provider/openai_usage.c \
	tests/provider/openai_usage.h \
	tests/provider/picture.c \
	tests/provider/picture.h \
	tests/provider/play.c \
	tests/provider/quote.c \
	tests/provider/quote.h \
	tests/provider/reply.c \
	tests/provider/reply.h \
	tests/provider/request_log.c \
	tests/provider/request_log.h \
	tests/provider/rerank.c \
	tests/provider/responses.c \
	tests/provider/responses_answer.c \
	tests/provider/responses_answer.h \
	tests/provider/responses_check.c \
	tests/provider/responses_check.h \
	tests/provider/responses_content.c \
	tests/provider/responses_items.c \
	tests/provider/responses_reasoning.c \
	tests/provider/responses_stream.c \
	tests/provider/responses_stream.h \
	tests/provider/responses_text.c \
	tests/provider/responses_tools.c \
	tests/provider/scene.c \
	tests/provider/scene.h \
	tests/provider/schema_reference.c \
	tests/provider/schema_reference.h \
	tests/provider/schema_sample.c \
	tests/provider/schema_sample.h \
	tests/provider/server.c \
	tests/provider/server.h \
	tests/provider/speech.c \
	tests/provider/strict_schema.c \
	tests/provider/strict_schema.h \
	tests/provider/thought.c \
	tests/provider/thought.h \
	tests/provider/timers.c \
	tests/provider/timers.h \
	tests/provider/tls.c \
	tests/provider/tls.h \
	tests/provider/toolbox.c \
	tests/provider/toolbox.h \
	tests/provider/transcriptions.c \
	tests/provider/transcriptions.h \
	tests/provider/transcriptions_check.c \
	tests/provider/vector.c \
	tests/provider/vector.h \
	tests/provider/wave.c \
	tests/provider/wave.h \
	tests/provider/words.c \
	tests/provider/words.h

tests_bench_plain_LDADD = $(CURL_LIBS) $(JANSSON_LIBS) $(DB_LIBS) $(FCGI_LIBS)

tests_bench_load_SOURCES = \
	tests/bench/load.c \
	tests/bench/load_check.c \
	tests/bench/load_check.h \
	tests/bench/load_histogram.c \
	tests/bench/load_histogram.h \
	tests/bench/load_options.c \
	tests/bench/load_options.h \
	tests/bench/load_report.c \
	tests/bench/load_report.h \
	tests/bench/load_response.c \
	tests/bench/load_response.h

EXTRA_DIST += \
	tests/fuzz/fuzz.h \
	tests/fuzz/fuzz_book.h \
	tests/unit/dropped.h \
	tests/unit/entry_next.h \
	tests/unit/events.h \
	tests/unit/fake_source.h \
	tests/unit/fixture.h \
	tests/unit/grammar.h \
	tests/unit/issuer.h \
	tests/unit/multipart_story.h \
	tests/unit/new_ledger.h \
	tests/unit/reading.h \
	tests/unit/request_lines.h \
	tests/unit/served.h \
	tests/unit/signer.h \
	tests/unit/tap.h \
	tests/unit/tempdir.h \
	tests/unit/tasking.h \
	tests/unit/writing.h \
	tests/bench/run \
	tests/bench/write_entries.h \
	tests/clients \
	tests/e2e \
	tests/faults \
	tests/fixtures \
	tests/fresh \
	tests/fuzz/corpus \
	tests/provider/README.md \
	tests/matrix \
	tests/openapi \
	tests/run \
	tests/sanitizers/memcheck.sh \
	tests/sanitizers/memcheck.supp \
	tests/sanitizers/tsan.supp
