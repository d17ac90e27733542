# The programs and the library of everything but their mains.
bin_PROGRAMS += aihub
pkglibexecdir = $(libexecdir)/aihub
pkglibexec_PROGRAMS = aihub.fcgi
noinst_LIBRARIES += libaihub.a
dist_man_MANS += man/aihub.1 man/aihub.json.5 man/aihub.fcgi.8

libaihub_a_SOURCES = \
	src/base/budget.h \
	src/base/buf.c src/base/buf.h \
	src/base/clock.c src/base/clock.h \
	src/base/cut.c src/base/cut.h \
	src/base/decimal.c src/base/decimal.h \
	src/base/disk_free.c src/base/disk_free.h \
	src/base/error.c src/base/error.h \
	src/base/filelock.c src/base/filelock.h \
	src/base/html.c src/base/html.h \
	src/base/float32.c src/base/float32.h \
	src/base/joint.c src/base/joint.h \
	src/base/jsondepth.c src/base/jsondepth.h \
	src/base/jsonstring.c \
	src/base/jsonvalue.c src/base/jsonvalue.h \
	src/base/jsonget.c src/base/jsonget.h \
	src/base/jsonscan.c src/base/jsonscan.h \
	src/base/jsonwrite.c src/base/jsonwrite.h \
	src/base/jwt.c src/base/jwt.h \
	src/base/log.c src/base/log.h \
	src/base/logfile.c src/base/logfile.h \
	src/base/mem.c src/base/mem.h \
	src/base/network.c src/base/network.h \
	src/base/pack.c src/base/pack.h \
	src/base/public_key.c src/base/public_key.h \
	src/base/salted.c src/base/salted.h \
	src/base/secret.c src/base/secret.h \
	src/base/splice.c src/base/splice.h \
	src/base/sse.c src/base/sse.h \
	src/base/tame.c src/base/tame.h \
	src/base/thread.c src/base/thread.h \
	src/base/tree.c src/base/tree.h \
	src/base/wholefile.c src/base/wholefile.h \
	src/canon/form.h \
	src/canon/fragments.c src/canon/fragments.h \
	src/canon/carry.c src/canon/carry.h \
	src/canon/catalog_file.c src/canon/catalog_file.h \
	src/canon/chat.c src/canon/chat.h \
	src/canon/collect.c src/canon/collect.h \
	src/canon/dropped.c \
	src/canon/event.h \
	src/canon/image.h \
	src/canon/media.c src/canon/media.h \
	src/canon/meter.c src/canon/meter.h \
	src/canon/model.c src/canon/model.h \
	src/canon/names.c src/canon/names.h \
	src/canon/options.c \
	src/canon/image_price.c src/canon/image_price.h \
	src/canon/price.c src/canon/price.h \
	src/canon/ratio.c src/canon/ratio.h \
	src/canon/rerank.h \
	src/canon/restore.c src/canon/restore.h \
	src/canon/seal.c src/canon/seal.h \
	src/canon/embed.h \
	src/canon/vector.c src/canon/vector.h \
	src/canon/sound.c src/canon/sound.h \
	src/canon/sound_mp3.c \
	src/canon/sound_mp4.c \
	src/canon/sound_ogg.c \
	src/canon/sound_webm.c \
	src/canon/speech.h \
	src/canon/task.c src/canon/task.h \
	src/canon/transcript.h \
	src/canon/turns.c \
	src/canon/unwrap.c src/canon/unwrap.h \
	src/config.c src/config.h \
	src/config_groups.c src/config_groups.h \
	src/config_oidc.c src/config_oidc.h \
	src/config_place.c \
	src/config_price.c src/config_price.h \
	src/dialects/aigne_model.c src/dialects/aigne_model.h \
	src/dialects/answer.c src/dialects/answer.h \
	src/dialects/answer_format.c src/dialects/answer_format.h \
	src/dialects/ask.c src/dialects/ask.h \
	src/dialects/chat_framework.c src/dialects/chat_framework.h \
	src/dialects/chat_framework_reply.c \
	src/dialects/chat_framework_request.c \
	src/dialects/blame.c src/dialects/blame.h \
	src/dialects/chat_gemini.c src/dialects/chat_gemini.h \
	src/dialects/chat_gemini_contents.c \
	src/dialects/chat_gemini_media.c \
	src/dialects/chat_gemini_pairs.c src/dialects/chat_gemini_pairs.h \
	src/dialects/chat_gemini_read.c \
	src/dialects/chat_gemini_reply.c \
	src/dialects/chat_gemini_request.c \
	src/dialects/chat_gemini_settings.c \
	src/dialects/chat_gemini_unseal.c \
	src/dialects/chat_gemini_write.c \
	src/dialects/chat_aigne.c src/dialects/chat_aigne.h \
	src/dialects/chat_aigne_reply.c \
	src/dialects/chat_aigne_request.c \
	src/dialects/chat_anthropic.c src/dialects/chat_anthropic.h \
	src/dialects/chat_anthropic_blocks.c \
	src/dialects/chat_anthropic_messages.c \
	src/dialects/chat_anthropic_read.c \
	src/dialects/chat_anthropic_reply.c \
	src/dialects/chat_anthropic_request.c \
	src/dialects/chat_anthropic_unseal.c \
	src/dialects/chat_anthropic_write.c \
	src/dialects/chat_completions.c src/dialects/chat_completions.h \
	src/dialects/chat_completions_reply.c \
	src/dialects/chat_indox.c src/dialects/chat_indox.h \
	src/dialects/chat_indox_reply.c \
	src/dialects/chat_openai.c src/dialects/chat_openai.h \
	src/dialects/chat_openai_read.c \
	src/dialects/chat_openai_reply.c \
	src/dialects/chat_openai_request.c \
	src/dialects/chat_openai_write.c \
	src/dialects/chat_responses.c src/dialects/chat_responses.h \
	src/dialects/chat_responses_items.c \
	src/dialects/chat_responses_output.c src/dialects/chat_responses_output.h \
	src/dialects/chat_responses_read.c \
	src/dialects/chat_responses_reply.c \
	src/dialects/chat_responses_request.c \
	src/dialects/chat_responses_snapshot.c \
	src/dialects/chat_responses_unseal.c \
	src/dialects/chat_responses_write.c \
	src/dialects/dialect.h \
	src/dialects/error_shapes.c src/dialects/error_shapes.h \
	src/dialects/estimate.c src/dialects/estimate.h \
	src/dialects/event_array.c src/dialects/event_array.h \
	src/dialects/gemini_schema.c src/dialects/gemini_schema.h \
	src/dialects/embed_parts.c src/dialects/embed_parts.h \
	src/dialects/embed_cohere.c \
	src/dialects/embed_framework.c \
	src/dialects/embed_gemini.c \
	src/dialects/embed_indox.c \
	src/dialects/embed_kin.c \
	src/dialects/embed_ollama.c \
	src/dialects/embed_openai.c \
	src/dialects/edit_openai.c \
	src/dialects/image_aigne.c \
	src/dialects/image_family.c src/dialects/image_family.h \
	src/dialects/image_framework.c \
	src/dialects/image_gemini.c \
	src/dialects/image_indox.c \
	src/dialects/image_openai.c src/dialects/image_openai.h \
	src/dialects/image_read.c src/dialects/image_read.h \
	src/dialects/image_write.c src/dialects/image_write.h \
	src/dialects/indox_members.c src/dialects/indox_members.h \
	src/dialects/moderate_openai.c \
	src/dialects/service_errors.c src/dialects/service_errors.h \
	src/dialects/openai_usage.c src/dialects/openai_usage.h \
	src/dialects/openapi_schema.c src/dialects/openapi_schema.h \
	src/dialects/read.c src/dialects/read.h \
	src/dialects/reranking.c src/dialects/reranking.h \
	src/dialects/rerank_cohere.c \
	src/dialects/rerank_jina.c \
	src/dialects/rerank_union.c \
	src/dialects/rerank_voyage.c \
	src/dialects/schema_object.c src/dialects/schema_object.h \
	src/dialects/schema_subset.c src/dialects/schema_subset.h \
	src/dialects/speak.c src/dialects/speak.h \
	src/dialects/speak_indox.c \
	src/dialects/speak_openai.c \
	src/dialects/task_dialect.c src/dialects/task_dialect.h \
	src/dialects/tool_schema.c src/dialects/tool_schema.h \
	src/dialects/transcribe.c src/dialects/transcribe.h \
	src/dialects/transcribe_indox.c \
	src/dialects/transcribe_openai.c \
	src/dialects/write.c src/dialects/write.h \
	src/endpoints/account.c \
	src/endpoints/aigne.c src/endpoints/aigne.h \
	src/endpoints/aigne_account.c \
	src/endpoints/aigne_calls.c \
	src/endpoints/aigne_chats.c \
	src/endpoints/aigne_discovery.c \
	src/endpoints/aigne_models.c \
	src/endpoints/aigne_usage.c \
	src/endpoints/auth.c \
	src/endpoints/billing.c \
	src/endpoints/call_file.c src/endpoints/call_file.h \
	src/endpoints/call_walk.c src/endpoints/call_walk.h \
	src/endpoints/capabilities.c \
	src/endpoints/chats.c \
	src/endpoints/connect.c src/endpoints/connect.h \
	src/endpoints/connect_page.c \
	src/endpoints/console.c src/endpoints/console.h \
	src/endpoints/console_data.c \
	src/endpoints/console_log.c \
	src/endpoints/console_login.c \
	src/endpoints/console_question.c src/endpoints/console_question.h \
	src/endpoints/console_self.c \
	src/endpoints/console_stat.c \
	src/endpoints/count.c src/endpoints/count.h \
	src/endpoints/doctor.c \
	src/endpoints/embeddings.c \
	src/endpoints/endpoints.h \
	src/endpoints/export.c \
	src/endpoints/files.c \
	src/endpoints/front_page.c \
	src/endpoints/gemini.c \
	src/endpoints/grant.c src/endpoints/grant.h \
	src/endpoints/health.c \
	src/endpoints/entry_lines.c src/endpoints/entry_lines.h \
	src/endpoints/entry_names.c src/endpoints/entry_names.h \
	src/endpoints/login.c src/endpoints/login.h \
	src/endpoints/manage.c src/endpoints/manage.h \
	src/endpoints/images.c \
	src/endpoints/indox_models.c \
	src/endpoints/indox_usage.c \
	src/endpoints/model_status.c \
	src/endpoints/models.c src/endpoints/models.h \
	src/endpoints/moderations.c \
	src/endpoints/not_offered.c \
	src/endpoints/payment_page.c src/endpoints/payment_page.h \
	src/endpoints/pricing.c \
	src/endpoints/openapi.c \
	src/endpoints/profile.c src/endpoints/profile.h \
	src/endpoints/query.c src/endpoints/query.h \
	src/endpoints/quota.c src/endpoints/quota.h \
	src/endpoints/redemptions.c \
	src/endpoints/shared_body.h \
	src/endpoints/shared_chats.c \
	src/endpoints/session_view.c src/endpoints/session_view.h \
	src/endpoints/session_endpoints.c \
	src/endpoints/sightings.c src/endpoints/sightings.h \
	src/endpoints/status.c src/endpoints/status.h \
	src/endpoints/status_page.c src/endpoints/status_page.h \
	src/endpoints/status_view.c src/endpoints/status_view.h \
	src/endpoints/stored.c \
	src/endpoints/tokens.c \
	src/endpoints/usage.c \
	src/endpoints/usage_period.c src/endpoints/usage_period.h \
	src/endpoints/user_manage.c \
	src/endpoints/user_models.c \
	src/endpoints/users.c \
	src/front/access.c src/front/access.h \
	src/front/body.c src/front/body.h \
	src/front/body_pace.c src/front/body_pace.h \
	src/front/cgi.c src/front/cgi.h \
	src/front/coding.c src/front/coding.h \
	src/front/cors.c src/front/cors.h \
	src/front/fields.c src/front/fields.h \
	src/front/multipart.c src/front/multipart.h \
	src/front/parameters.c src/front/parameters.h \
	src/front/reply.c src/front/reply.h \
	src/front/request.c src/front/request.h \
	src/front/routes.c src/front/routes.h src/front/route_table.c \
	src/front/upload.c src/front/upload.h \
	src/front/upload_body.c src/front/upload_body.h \
	src/gate/allowance.c src/gate/allowance.h \
	src/gate/caller.c src/gate/caller.h \
	src/gate/doctor_token.c src/gate/doctor_token.h \
	src/gate/issuer_keys.c src/gate/issuer_keys.h \
	src/gate/jwks.c src/gate/jwks.h \
	src/gate/offers.c src/gate/offers.h \
	src/gate/oidc.c src/gate/oidc.h \
	src/gate/password.c src/gate/password.h \
	src/gate/state_key.c src/gate/state_key.h \
	src/gate/token.c src/gate/token.h \
	src/gate/token_key.c src/gate/token_key.h \
	src/hub.c src/hub.h \
	src/ledger/accounts.c \
	src/ledger/ask_codes.c \
	src/ledger/ask_connects.c \
	src/ledger/ask_entries.c \
	src/ledger/ask_logins.c \
	src/ledger/ask_seen.c \
	src/ledger/ask_sessions.c \
	src/ledger/ask_usage.c \
	src/ledger/ask_users.c \
	src/ledger/ask_entries.c \
	src/ledger/ask_usage.c \
	src/ledger/ask_sessions.c \
	src/ledger/batch.c \
	src/ledger/book.c \
	src/ledger/callers.c \
	src/ledger/calls.c \
	src/ledger/codes.c \
	src/ledger/connects.c \
	src/ledger/disk.c src/ledger/disk.h \
	src/ledger/entries.c \
	src/ledger/exchange.c src/ledger/exchange.h \
	src/ledger/erase.c \
	src/ledger/expiry.c \
	src/ledger/folder.c src/ledger/folder.h \
	src/ledger/gauges.c src/ledger/gauges.h \
	src/ledger/guesses.c src/ledger/guesses.h \
	src/ledger/holds.c src/ledger/holds.h \
	src/ledger/keeper.c src/ledger/keeper.h \
	src/ledger/kept_files.c src/ledger/kept_files.h \
	src/ledger/kept_prompts.c src/ledger/kept_prompts.h \
	src/ledger/keys.c \
	src/ledger/label.c src/ledger/label.h \
	src/ledger/ledger.c src/ledger/ledger.h \
	src/ledger/limits.c src/ledger/limits.h \
	src/ledger/link.c src/ledger/link.h \
	src/ledger/operation.h \
	src/ledger/listing.c \
	src/ledger/logins.c \
	src/ledger/passwords.c \
	src/ledger/payments.c \
	src/ledger/plans.c \
	src/ledger/proof.c \
	src/ledger/reclaim.c src/ledger/reclaim.h \
	src/ledger/record.c src/ledger/record.h \
	src/ledger/register.c \
	src/ledger/rights.c \
	src/ledger/retention.c \
	src/ledger/seen.c \
	src/ledger/service.c src/ledger/service.h \
	src/ledger/session.h \
	src/ledger/session_file.c src/ledger/session_file.h \
	src/ledger/sessions.c \
	src/ledger/settle.c \
	src/ledger/sizes.c src/ledger/sizes.h \
	src/ledger/slot.c src/ledger/slot.h \
	src/ledger/states.c \
	src/ledger/store.c src/ledger/store.h \
	src/ledger/upkeep.c \
	src/ledger/user_files.c src/ledger/user_files.h \
	src/ledger/wire.c src/ledger/wire.h \
	src/live.c src/live.h \
	src/providers/provider.h src/providers/providers.c \
	src/providers/tasks.c src/providers/tasks.h \
	src/relay/call.h \
	src/relay/conversation.c \
	src/relay/uploads.c \
	src/relay/history.c src/relay/history.h \
	src/relay/inline.c \
	src/relay/outlet.c \
	src/relay/pass.c \
	src/relay/pictures.c \
	src/relay/refusal.c \
	src/relay/relay.c src/relay/relay.h \
	src/relay/keep.c \
	src/relay/kept.c \
	src/relay/task_call.c \
	src/relay/task_pass.c \
	src/relay/task_translate.c \
	src/relay/translate.c \
	src/route/ability.c src/route/ability.h \
	src/route/catalog.c src/route/catalog.h \
	src/route/catalog_data.c src/route/catalog_data.h \
	src/route/choose.c src/route/choose.h \
	src/upstream/curl.c src/upstream/upstream.h \
	src/upstream/demo.c src/upstream/demo.h \
	src/upstream/demo_media.c \
	src/upstream/demo_task.c \
	src/upstream/fetch.c src/upstream/fetch.h \
	src/upstream/tls.c src/upstream/tls.h \
	src/upstream/watch.c src/upstream/watch.h
if THREAD_SANITIZER
libaihub_a_SOURCES += tests/sanitizers/clocklock.c
endif
nodist_libaihub_a_SOURCES = $(pages) src/endpoints/openapi_document.h
src/endpoints/front_page.$(OBJEXT): src/endpoints/front_page.h
src/endpoints/connect_page.$(OBJEXT): src/endpoints/connect_page.h src/endpoints/notice_page.h
src/endpoints/openapi.$(OBJEXT): src/endpoints/openapi_document.h
src/endpoints/status_page.$(OBJEXT): src/endpoints/status_html.h

cli_sources = \
	src/cli/aihub.c \
	src/cli/arguments.c \
	src/cli/arguments.h \
	src/cli/check_command.c \
	src/cli/code_commands.c \
	src/cli/command.h \
	src/cli/credit_commands.c \
	src/cli/doctor_advice.c \
	src/cli/doctor_advice.h \
	src/cli/doctor_command.c \
	src/cli/doctor_host.c \
	src/cli/doctor_host.h \
	src/cli/doctor_probe.c \
	src/cli/doctor_probe.h \
	src/cli/doctor_reach.c \
	src/cli/doctor_reach.h \
	src/cli/doctor_report.c \
	src/cli/doctor_report.h \
	src/cli/doctor_verdict.c \
	src/cli/doctor_verdict.h \
	src/cli/entry_command.c \
	src/cli/entry_filter.c \
	src/cli/entry_filter.h \
	src/cli/import.c \
	src/cli/import.h \
	src/cli/import_litellm.c \
	src/cli/import_models_dev.c \
	src/cli/import_names.c \
	src/cli/import_price.c src/cli/import_units.c \
	src/cli/import_write.c \
	src/cli/import_write.h \
	src/cli/keeper_command.c \
	src/cli/key_commands.c \
	src/cli/ledger_walk.c \
	src/cli/ledger_walk.h \
	src/cli/limit_words.c \
	src/cli/limit_words.h \
	src/cli/login_commands.c \
	src/cli/model_command.c \
	src/cli/model_import_command.c \
	src/cli/output.c \
	src/cli/output.h \
	src/cli/password_command.c \
	src/cli/plan_commands.c \
	src/cli/provider_command.c \
	src/cli/session_commands.c \
	src/cli/settings_command.c \
	src/cli/usage_columns.c src/cli/usage_columns.h \
	src/cli/usage_command.c \
	src/cli/user_commands.c

hub_libs = libaihub.a $(CURL_LIBS) $(OPENSSL_LIBS) $(ZLIB_LIBS) $(ZSTD_LIBS) $(JANSSON_LIBS) $(SODIUM_LIBS) $(DB_LIBS)

aihub_fcgi_SOURCES = src/main.c src/front/fcgi.c src/front/fcgi.h
aihub_fcgi_LDADD = $(hub_libs) $(FCGI_LIBS)

aihub_SOURCES = $(cli_sources)
aihub_LDADD = $(hub_libs)

# Pages as C strings.
pages = src/endpoints/front_page.h src/endpoints/connect_page.h src/endpoints/notice_page.h \
	src/endpoints/status_html.h
BUILT_SOURCES += $(pages)
CLEANFILES += $(pages)
EXTRA_DIST += htdocs/connect.html htdocs/index.html htdocs/notice.html htdocs/status.html \
	tools/apt-install tools/catalog-import
make_page = $(AM_V_GEN)$(MKDIR_P) src/endpoints && \
	$(SED) -e 's/\\/\\\\/g' -e 's/"/\\"/g' -e 's/^/"/' -e 's/$$/\\n"/'
src/endpoints/front_page.h: htdocs/index.html
	$(make_page) $(top_srcdir)/htdocs/index.html > $@
src/endpoints/connect_page.h: htdocs/connect.html
	$(make_page) $(top_srcdir)/htdocs/connect.html > $@
src/endpoints/notice_page.h: htdocs/notice.html
	$(make_page) $(top_srcdir)/htdocs/notice.html > $@
src/endpoints/status_html.h: htdocs/status.html
	$(make_page) $(top_srcdir)/htdocs/status.html > $@

# What /openapi.json answers as a C string: the frame, then the paths and the schemas of each surface.
openapi_parts = \
	htdocs/openapi/frame.json \
	htdocs/openapi/paths/aigne.json \
	htdocs/openapi/paths/anthropic.json \
	htdocs/openapi/paths/auth.json \
	htdocs/openapi/paths/console.json \
	htdocs/openapi/paths/embeddings.json \
	htdocs/openapi/paths/gemini.json \
	htdocs/openapi/paths/images.json \
	htdocs/openapi/paths/indox.json \
	htdocs/openapi/paths/judgement.json \
	htdocs/openapi/paths/not_offered.json \
	htdocs/openapi/paths/openai.json \
	htdocs/openapi/paths/operation.json \
	htdocs/openapi/paths/sessions.json \
	htdocs/openapi/paths/sound.json \
	htdocs/openapi/paths/status.json \
	htdocs/openapi/paths/usage.json \
	htdocs/openapi/schemas/aigne.json \
	htdocs/openapi/schemas/anthropic.json \
	htdocs/openapi/schemas/auth.json \
	htdocs/openapi/schemas/console.json \
	htdocs/openapi/schemas/embeddings.json \
	htdocs/openapi/schemas/errors.json \
	htdocs/openapi/schemas/gemini.json \
	htdocs/openapi/schemas/images.json \
	htdocs/openapi/schemas/indox.json \
	htdocs/openapi/schemas/judgement.json \
	htdocs/openapi/schemas/openai.json \
	htdocs/openapi/schemas/operation.json \
	htdocs/openapi/schemas/responses.json \
	htdocs/openapi/schemas/sessions.json \
	htdocs/openapi/schemas/sound.json \
	htdocs/openapi/schemas/status.json \
	htdocs/openapi/schemas/usage.json

BUILT_SOURCES += src/endpoints/openapi_document.h
CLEANFILES += src/endpoints/openapi_document.h
EXTRA_DIST += $(openapi_parts) tools/openapi-join.awk
src/endpoints/openapi_document.h: $(openapi_parts) tools/openapi-join.awk
	$(AM_V_GEN)$(MKDIR_P) src/endpoints && \
		(cd $(top_srcdir) && $(AWK) -f tools/openapi-join.awk $(openapi_parts)) | \
		$(SED) -e 's/\\/\\\\/g' -e 's/"/\\"/g' -e 's/^/"/' -e 's/$$/\\n"/' > $@
