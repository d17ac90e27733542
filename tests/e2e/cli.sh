#!/bin/sh
# The operator's command line: every command, its mistakes, its exit statuses, its JSON.
# $AIHUB is the program, default ./aihub; $AIHUB_FCGI the responder, which makes the entries.
LC_ALL=C
export LC_ALL
aihub=${AIHUB:-./aihub}
responder=${AIHUB_FCGI:-./aihub.fcgi}
unset AIHUB_CONFIG

dir=$(mktemp -d) || exit 99
keeper='' first=''
cleanup() {
    for process in $keeper $first; do kill "$process" 2>/dev/null; done
    rm -rf "$dir"
}
trap cleanup EXIT
trap 'exit 99' INT TERM

count=0 failed=0
result() { # status name
    count=$((count + 1))
    if [ "$1" -eq 0 ]; then
        echo "ok $count - $2"
        return
    fi
    failed=$((failed + 1))
    echo "not ok $count - $2"
    { sed 's/^/# out: /' "$dir/out" && sed 's/^/# err: /' "$dir/err"; } 2>/dev/null
}

run() {
    "$aihub" "$@" >"$dir/out" 2>"$dir/err"
    status=$?
}

# The command succeeds without a word on standard error; $1 is a pattern for a line of its output.
good() {
    pattern=$1
    shift
    run "$@"
    [ $status -eq 0 ] && [ ! -s "$dir/err" ] && grep -Eq -- "$pattern" "$dir/out"
    result $? "aihub $* prints $pattern"
}

absent() { # pattern name: no line of the last output is like that
    ! grep -Eq -- "$1" "$dir/out"
    result $? "$2"
}

# The command fails: one line with the reason, nothing on standard output.
fails() {
    pattern=$1
    shift
    run "$@"
    [ $status -eq 1 ] && [ ! -s "$dir/out" ] && [ "$(wc -l <"$dir/err")" -eq 1 ] &&
        grep -Eq -- "^aihub: .*$pattern" "$dir/err"
    result $? "aihub $* fails: $pattern"
}

# The command line is wrong: the reason, then how it should be.
wrong() {
    pattern=$1
    shift
    run "$@"
    [ $status -eq 2 ] && [ ! -s "$dir/out" ] && [ "$(wc -l <"$dir/err")" -eq 2 ] &&
        grep -Eq -- "^aihub: .*$pattern" "$dir/err"
    result $? "aihub $* is wrong usage: $pattern"
}

# Every line of a file is a JSON object.
if command -v jq >/dev/null 2>&1; then
    objects() { jq -es 'length > 0 and all(type == "object")' "$1" >/dev/null; }
else
    objects() {
        python3 -c 'import json, sys
rows = [json.loads(line) for line in open(sys.argv[1])]
sys.exit(not rows or not all(isinstance(row, dict) for row in rows))' "$1"
    }
fi

json() { # lines, arguments: succeeds and prints so many lines of JSON ("+": any number above 0)
    lines=$1
    shift
    run --json "$@"
    [ $status -eq 0 ] && [ ! -s "$dir/err" ] && objects "$dir/out" &&
        { [ "$lines" = + ] || [ "$(wc -l <"$dir/out")" -eq "$lines" ]; }
    result $? "aihub --json $* prints JSON"
}

member() { # name: the text or number in the last output
    sed -nE "s/.*\"$1\":\"?([^\",}]*).*/\\1/p" "$dir/out"
}

is() { # got wanted name
    [ "$1" = "$2" ] || echo "# got \"$1\", want \"$2\""
    [ "$1" = "$2" ]
    result $? "$3"
}

# ---- without a configuration ----------------------------------------------------

good '^aihub [0-9]' version
good '^aihub [0-9]' --version
good 'user create NAME \[--credit USD\]' help
good 'entry list' --help
good '^usage: aihub key create USER' key create --help
json 1 version
json + help
sed -n 's/.*"command":"\([^"]*\)".*/\1/p' "$dir/out" >"$dir/commands"
while read -r command; do
    grep -q "^\.It Cm $command" "${srcdir:-.}/man/aihub.1" || echo "$command"
done <"$dir/commands" >"$dir/out"
told=$("$aihub" help | grep -c '^  aihub ')
is "$(wc -l <"$dir/commands") $(cat "$dir/out")" "$told " "aihub(1) describes the commands"
wrong 'a command is missing'
wrong 'unknown command "frobnicate"' frobnicate
wrong 'unknown command "use"; did you mean "user"' use
wrong 'did you mean "model list"' modle list
wrong 'did you mean "check"' chekc --ledger
run user frobnicate
[ $status -eq 2 ] && [ ! -s "$dir/out" ] && grep -q '^aihub: unknown command "user frobnicate"$' "$dir/err" &&
    grep -q '^  aihub user create NAME' "$dir/err"
result $? "an unknown word behind user lists the commands that begin so"
run model lst
grep -q 'did you mean "model list"' "$dir/err"
result $? "the nearest one is named"
wrong 'unknown option --frobnicate' user --frobnicate
good '^  aihub user delete NAME$' user --help
absent 'aihub key' "other commands are not listed"
good '^  aihub credit add USER USD \[--note TEXT\] \[--limit\]$' --help credit
run user
[ $status -eq 2 ] && [ ! -s "$dir/out" ] && grep -q '^  aihub user create NAME' "$dir/err"
result $? "aihub user lists the commands that begin so"
HOME=$dir/nobody fails 'AIHUB_CONFIG is not set.*/nobody/\.config/aihub/aihub\.json, .*/aihub/aihub\.json$' user list
wrong 'unknown option --frobnicate' --frobnicate user list
wrong 'surplus argument "more"' version more
fails 'none.json: cannot be read' --config "$dir/none.json" user list

# ---- configuration ---------------------------------------------------------------

printf '{\n    "data_dir": "data",\n    "threds": 1\n}\n' >"$dir/bad.json"
fails 'bad.json: threds: unknown key' --config "$dir/bad.json" check
printf '{\n    "data_dir": }\n' >"$dir/bad.json"
fails 'bad.json:2:' --config "$dir/bad.json" check

echo sk-providers-secret >"$dir/provider.key"
chmod 600 "$dir/provider.key"
cat >"$dir/aihub.json" <<END
{
    "data_dir": "data",
    "log": "-",
    "providers": {
        "demo": { "gap_ms": 0, "price": { "input": "2.5", "output": "10" } }
    },
    "models": { "little": "demo/demo" }
}
END
cat >"$dir/closed.json" <<END
{
    "data_dir": "data",
    "providers": {
        "demo": {},
        "closed": { "base_url": "http://127.0.0.1:1/v1", "key": "file:provider.key" }
    }
}
END

cat >"$dir/away.json" <<END
{
    "data_dir": "data",
    "providers": {
        "demo": {},
        "openai": { "key": "env:AIHUB_TEST_UNSET" },
        "groq": { "key": "file:away.key" }
    }
}
END
echo '{ "catalog": "nowhere/facts.json", "providers": { "demo": {} } }' >"$dir/elsewhere.json"
echo '{ "catalog": "", "providers": { "demo": {} } }' >"$dir/factless.json"
cat >"$dir/facts.json" <<END
{
    "data_dir": "data",
    "groups": { "half": { "price": "0.5" } },
    "providers": {
        "openai": { "key": "env:AIHUB_TEST_UNSET" },
        "demo": {}
    },
    "models": {
        "mine": { "model": "openai/gpt-4o", "context": 5000 },
        "drawn": { "model": "openai/draw-9", "kind": "image",
                   "price": { "image": "0.05", "images": { "16:9": "0.11" } } },
        "unpriced": { "model": "openai/scan-9", "kind": "ocr" }
    }
}
END
list() { # price of gpt-4o, price of gpt-77, further rows: a list in LiteLLM's form
    cat >"$dir/list.json" <<END
{
    "gpt-4o": { "litellm_provider": "openai", "mode": "chat", "input_cost_per_token": $1,
        "output_cost_per_token": 1e-05, "max_output_tokens": 16384 },
    "gpt-77": { "litellm_provider": "openai", "mode": "chat", "input_cost_per_token": $2,
        "output_cost_per_token": 4e-06, "input_cost_per_token_above_200k_tokens": 2e-06 },
    "groq/gpt-77": { "litellm_provider": "groq", "mode": "chat", "input_cost_per_token": 3e-06,
        "output_cost_per_token": 3e-06 },
    "gpt-0": { "litellm_provider": "openai", "mode": "chat" }$3
}
END
}
cat >"$dir/priceless.json" <<END
{
    "data_dir": "data",
    "providers": {
        "demo": {},
        "vllm": { "base_url": "http://127.0.0.1:1/v1", "free": false }
    },
    "models": { "good": "demo/demo", "never": "vllm/none" }
}
END

for command in 'user show ada' 'credit add ada 1' 'key create ada' 'check --ledger' keeper; do
    # shellcheck disable=SC2086
    fails "there is none in $dir/data: put back .*\`aihub user create\`" --config "$dir/aihub.json" $command
done
[ ! -e "$dir/data" ]
result $? "and no command makes one by the way"
good '^balance +5$' --config "$dir/aihub.json" user create ada --credit 5
good '^ID +NAME' --config "$dir/aihub.json" user list
good '^ID +NAME' user list "--config=$dir/aihub.json"
AIHUB_CONFIG=$dir/aihub.json
export AIHUB_CONFIG
wrong '--config is given twice' --config "$dir/aihub.json" user list --config "$dir/aihub.json"
wrong '--config needs a value' user list --config
wrong '--json takes no value' user list --json=yes
wrong '--version stands alone' user list --version

# ---- users and credit -------------------------------------------------------------

good '^balance +-$' user create bob
good '^name +-dash$' user create -- -dash
good '^state +deleted$' user delete -- -dash
fails 'already a user "ada"' user create ada
fails 'no user "zoe"' user show zoe
wrong 'NAME is missing' user create
wrong 'surplus argument "eve"' user create dan eve
wrong 'unknown option -x' user create -x
wrong '"five" is not a plain decimal number' user create dan --credit five
wrong 'more than 9 digits' user create dan --credit 0.1234567891
wrong 'debts' user create dan --credit -1
wrong '--credit is given twice' user create dan --credit 1 --credit=2
wrong 'quotes' user create 'da"n'
wrong 'characters' user create ''
good '^balance +2\.500000001$' credit add ada -2.499999999
fails '"bob" does not pay from a balance: with --limit it does' credit add bob 1
good '^balance +-$' user show bob
good '^balance +0$' credit add bob 0 --limit
good '^balance +-3$' credit add bob -3
wrong 'not a plain decimal' credit add ada 1e3
wrong 'not a plain decimal' credit add ada -- --1
wrong 'too large' credit add ada 99999999999999999999
wrong 'USD is missing' credit add ada
fails 'no user "zoe"' credit add zoe 1
good '^state +disabled$' user disable bob
good '^ *2 +bob +disabled +-3 ' user list
good '^state +active$' user enable bob
good '^credited +2\.500000001$' user show ada
fails 'no user "zoe"' user disable zoe
json 2 user list
json 1 user show ada
is "$(member balance)" 2.500000001 "money in JSON is exact"
json 1 user create eve --credit 1.50
is "$(member balance)" 1.5 "credit of a new user"
json 1 user delete eve
fails 'no user "eve"' user show eve

# ---- keys --------------------------------------------------------------------------

good '^key +sk-[A-Za-z0-9]{48}$' key create ada --name laptop --requests 100/hour
key=$(sed -n 's/^key *//p' "$dir/out")
grep -q 'only this once' "$dir/out"
result $? "a new key is said to be shown only once"
json 1 key create bob --requests=1
once=$(member key)
json 1 key create ada
plain=$(member key)
is "$(member id)" 3 "number of the third key"
good '^ *1 +ada +laptop .* active +requests/hour=100 +0 +0 +- +-$' key list
absent "$key|$once" "a key is not shown again"
good '^ *2 +bob +default .* requests=1 ' key list bob
absent 'ada' "key list of one user"
json 2 key list ada
json 1 key list --search LAP
json 2 key list --search ada
json 1 key list bob --search "$(echo "$once" | cut -c 1-5)"
run --json key list --search nothing
is "$status:$(cat "$dir/out")" 0: "keys that nobody has"
good '^limits +requests/hour=100: 100 left until 20' key show 1
json 1 key show 2
is "$(member most),$(member left),$(member until)" "1,1,null" "what is left of a key's limit"
good '^state +disabled$' key disable 1
good '^state +disabled$' key show 1
good '^state +active$' key enable 1
wrong '"5/week" is no limit' key create ada --requests 5/week
wrong '"0" is no limit' key create ada --requests 0
wrong '"5/" is no limit' key create ada --requests 5/
wrong '"/day" is no limit' key create ada --requests /day
wrong 'is no limit' key create ada --requests 99999999999999999999/day
wrong 'at most 63' key create ada --name "$(printf '%064d' 0)"
wrong '"1x" is no whole number' key show 1x
wrong '"0" is no whole number' key delete 0
wrong '"ada" is no whole number.* `aihub key list ada`' key show ada
wrong '"zoe" is no whole number.* `aihub key list` ' key show zoe
fails 'no key 99' key show 99
fails 'no key 99' key delete 99
fails 'no user "zoe"' key create zoe
fails 'no user "zoe"' key list zoe
good '^strict +yes$' key create bob --name exact --strict

wrong 'not in the group "vip"' key create ada --groups vip,default
good '^groups +vip default$' user set ada --groups vip,default
good '^models +gpt-5\* claude-\*$' key create ada --name full --models 'gpt-5*,claude-*' --groups vip,default \
    --networks 10.0.0.0/8,2001:db8::/32 --credit 2.5 --limit requests/minute=10 --limit=tokens/day=5000 \
    --limit calls=4 --expires 30d --keep-prompts
full=$(sed -n 's/^id *//p' "$dir/out")
text=$(sed -n 's/^key *//p' "$dir/out")
for line in 'groups +vip default' 'networks +10\.0\.0\.0/8 2001:db8::/32' 'credit +2\.5' 'limits +requests/minute=10' \
    'limits +tokens/day=5000' 'limits +calls=4' 'keeps_prompts +yes' 'expires +20' 'requests +0'; do
    good "^$line" key show "$full"
done
good '^limits +requests/minute=20$' key set "$full" --limit requests/minute=20 --limit tokens/day=none --credit none \
    --networks '' --no-keep-prompts --name renamed --expires never --strict
absent '^limits +tokens' "a limit that is lifted"
for line in 'name +renamed' 'limits +calls=4' 'networks +-' 'credit +-' 'keeps_prompts +no' 'expires +-' 'strict +yes' \
    'groups +vip default'; do
    good "^$line" key show "$full"
done
good '^strict +no$' key set "$full" --no-strict
wrong 'what shall be set' key set "$full"
wrong 'ID is missing' key set
fails 'no key 99' key set 99 --strict
wrong '"requests/week=1" is no limit' key set "$full" --limit requests/week=1
wrong '"tokens=" is no limit' key set "$full" --limit tokens=
wrong '"calls/day=1" is no limit' key set "$full" --limit calls/day=1
wrong '"tokens/ever=1" is no limit' key set "$full" --limit tokens/ever=1
wrong '"gpt-5\*:tokens=1" is no limit' key set "$full" --limit 'gpt-5*:tokens=1'
wrong '"tokens=-1" is no limit' key set "$full" --limit tokens=-1
wrong 'is no network' key set "$full" --networks everywhere
wrong 'has passed' key set "$full" --expires 2026-01-01
wrong 'neither a time.* nor a duration' key set "$full" --expires 30x
wrong 'not negative' key set "$full" --credit -1
wrong 'control characters' key set "$full" --name "$(printf 'a\tb')"
good '^key +sk-[A-Za-z0-9]{48}$' key rotate "$full" --grace 60
! grep -q "$text" "$dir/out"
result $? "a key that is rotated has another text"
wrong 'grace is 0 to' key rotate "$full" --grace 999999999
good '^ *[0-9]+ +sk-' key create ada --count 3 --name many
json 3 key create ada --count 3 --name many
is "$(member key | sort -u | wc -l | tr -d ' ')" 3 "each key is another one"
wrong 'at most 1000' key create ada --count 1001
run --json key list --search many
ids=$(member id)
# shellcheck disable=SC2086
json 6 key delete $ids
run --json key list --search many
is "$(cat "$dir/out")" "" "several keys are deleted at once"
wrong 'ID is missing' key delete

# ---- plans ---------------------------------------------------------------------------

good '^free +no +- +requests/minute=10 tokens/minute=10000$' plan list
good '^enterprise +no +- +-$' plan list
good '^limits +requests/minute=100$' plan show developer
good '^limits +tokens/minute=500000$' plan show pro
good '^limits +llama3:\*:tokens/day=100$' plan set team --limit requests/hour=100 --limit 'gpt-5*:tokens/day=1000' \
    --limit 'llama3:*:tokens/day=100' --limit 'gpt-5*:calls=2' --strict --keep-days 30
for line in 'strict +yes' 'keep_days +30' 'limits +requests/hour=100' 'limits +gpt-5\*:tokens/day=1000' \
    'limits +gpt-5\*:calls=2'; do
    good "^$line$" plan show team
done
good '^limits +tokens/month=9$' plan set team --limit requests/hour=none --limit tokens/month=9 \
    --limit 'gpt-5*:tokens/day=none' --limit 'gpt-5*:calls=none' --no-strict --keep-days 0
absent 'requests|gpt-5' "limits that are lifted"
json 5 plan list
wrong '"requests/minute=x" is no limit' plan set team --limit requests/minute=x
wrong 'pattern has 1 to' plan set team --limit :calls=1
wrong 'is no whole number' plan set team --keep-days -1
fails 'no plan "none"' plan show none
good '^plan +team$' user set ada --plan team
fails 'users have the plan' plan delete team
good '^limits +tokens/month=9: 9 left until 20' user show ada
json 1 user show ada
is "$(member limit),$(member left)" "tokens/month,9" "what is left of a plan"
good '^role +admin$' user set ada --admin --groups vip,default --plan ''
for line in 'groups +vip default' 'plan +-'; do
    good "^$line$" user show ada
done
good '^role +user$' user set ada --no-admin --groups ''
wrong 'what shall be set' user set ada
wrong 'no plan "none"' user set ada --plan none
fails 'no user "zoe"' user set zoe --admin
good '^state +deleted$' plan delete team
fails 'no plan "team"' plan delete team
good '^plan +free$' user create fay --plan free --admin --groups staff --credit 1
for line in 'role +admin' 'groups +staff' 'balance +1' 'limits +requests/minute=10: 10 left'; do
    good "^$line" user show fay
done
wrong 'no plan "none"' user create gil --plan none
fails 'no user "gil"' user show gil

# ---- codes and payments -----------------------------------------------------------------

good '^ *[0-9]+ +[A-Z2-9]{32} +credit +5 ' code create --amount 5
json 3 code create --amount 2.5 --count 3 --name spring --expires 7d
is "$(member code | grep -Ec '^[A-HJ-NP-Z2-9]{32}$')" 3 "codes of letters that cannot be mixed up"
code=$(member code | head -n 1)
last=$(member id | tail -n 1)
good '^ *[0-9]+ +[A-Z2-9]{32} +invitation +0 ' code create --invitation
good '^ *[0-9]+ +spring +.{11} +credit +2\.5 +unused +- +- +20' code list
absent "$code" "a code is not shown again"
json 5 code list
good '^id +'"$last"'$' code disable "$last"
json 1 code list --state disabled
json 4 code list --state unused
good enabled code enable "$last"
json 2 code delete "$last" "$((last - 1))"
json 3 code list
fails "no code $last" code delete "$last"
wrong 'no whole number.*`aihub code list`' code delete x
wrong '--amount is missing' code create
wrong 'amount of a code is more than 0' code create --amount 0
wrong 'amount of a code is more than 0' code create --amount -1
wrong 'at most 1000' code create --amount 1 --count 1001
wrong 'has passed' code create --amount 1 --expires 2026-01-01
wrong 'none of unused, used' code list --state odd
good '^balance +3$' credit add fay 2 --note 'by bank transfer'
good '^ *[0-9]+ +20[^ ]* +fay +2 +operator +- +by bank transfer$' credit list
good '^ *[0-9]+ +20[^ ]* +fay +1 +begin +- +-$' credit list fay
absent ada "payments of one user"
wrong 'a note holds no control' credit add fay 1 --note "$(printf 'a\nb')"
fails 'no user "zoe"' credit list zoe

# ---- passwords and erasing -----------------------------------------------------------------

with_password() { printf '%s\n' "$1" | "$aihub" user password "$2" >"$dir/out" 2>"$dir/err"; }
with_password 'a good password' fay && grep -Eq '^password +set$' "$dir/out" && [ ! -s "$dir/err" ]
result $? "a password is read from standard input"
good '^logins +ended$' user logout fay
fails 'no user "zoe"' user logout zoe
good '^tokens before +good until they expire$' token rotate
one=$(sed -n 's/^key *//p' "$dir/out")
good '^tokens before +void$' token rotate --now
[ -n "$one" ] && ! grep -q "$one" "$dir/out" && ! grep -q "^$one" "$dir/data/token.keys"
result $? "each time with another key"
! with_password short fay && grep -q 'aihub: .*password' "$dir/err"
result $? "a password that is too short"
! with_password 'a good password' zoe && grep -q 'no user "zoe"' "$dir/err"
result $? "a password for nobody"
! "$aihub" user password fay </dev/null >"$dir/out" 2>"$dir/err" && grep -q 'standard input' "$dir/err"
result $? "no password"
"$aihub" key create fay --name "fay's phone" >/dev/null
good '^name +erased-[0-9]+$' user erase fay
erased=$(sed -n 's/^name *//p' "$dir/out")
good "^name +$erased\$" user erase "$erased"
fails 'no user "fay"' user erase fay
json 7 credit list
! "$aihub" --json key list | grep -q phone && ! "$aihub" --json credit list | grep -q 'fay\|transfer'
result $? "nothing tells who was erased"
good '^faults +0$' check --ledger

# ---- entries and usage ----------------------------------------------------------------

good '^total +0 +0 +0 +0$' usage
good '^MODEL .* COST USD$' usage
good '^ID +TIME' entry list
run --json entry list
is "$status:$(wc -c <"$dir/out" | tr -d ' ')" 0:0 "no entries, no JSON"
wrong '"2026-13-01" is no time' usage --start 2026-13-01
wrong 'not before the end' usage --start 2026-11-02 --end 2026-11-01
wrong '"-1" is no whole number' entry list --limit -1
wrong '"0" is no whole number' entry list --limit 0
fails 'no user "zoe"' usage zoe
fails 'no user "zoe"' entry list --user zoe
wrong 'is none of model, key, day, hour' usage --by user
wrong 'is none of model, key, day, hour' usage --by day,hour
wrong 'is none of done, aborted' entry list --outcome good
wrong 'is not the id of a call' entry list --id 12
wrong '"0" is no whole number' entry list --key 0
wrong 'more than 127 characters' entry list --model "$(printf '%200s' '' | tr ' ' m)"
wrong 'before 1970' entry list --start 1960-01-01
wrong 'neither csv nor jsonl' entry export --format xls
run entry export
is "$status:$(wc -l <"$dir/out" | tr -d ' ')" 0:1 "the names of the columns, and no entries"

# One call, by way of the responder as a plain CGI program: prints the status.
call() { # key model
    body="{\"model\":\"$2\",\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}"
    printf '%s' "$body" | env GATEWAY_INTERFACE=CGI/1.1 SERVER_PROTOCOL=HTTP/1.1 REQUEST_METHOD=POST \
        REQUEST_URI=/v1/chat/completions SCRIPT_NAME= PATH_INFO=/v1/chat/completions QUERY_STRING= \
        CONTENT_TYPE=application/json CONTENT_LENGTH=${#body} HTTP_AUTHORIZATION="Bearer $1" \
        "$responder" 2>/dev/null | tr -d '\r' | sed -n 's/^Status: \([0-9]*\).*/\1/p'
}

if [ -x "$responder" ]; then
    good active credit add bob 10
    calls="$(call "$key" demo) $(call "$key" little) $(call "$plain" demo) $(call "$once" demo) $(call "$once" demo)"
    is "$calls" "200 200 200 200 429" "calls through the responder"
    good '^demo +3 +[1-9]' usage
    good '^little +1 +[1-9]' usage ada
    good '^demo +1 ' usage bob
    json 3 usage --start 2026-01-01
    is "$(tail -n 1 "$dir/out" | sed 's/,"prompt.*//')" '{"model":null,"requests":4' "the total comes last"
    good '^total +0 ' usage --end 2026-01-01
    json 4 entry list
    is "$(member model | tr '\n' ' ')" "demo little demo demo " "entries, the newest last"
    is "$(member outcome | sort -u)" "done" "outcome of the entries"
    is "$(member cost | grep -c '^0$')" 0 "what they cost"
    json 1 entry list --limit 1
    is "$(member user)" bob "the newest entry"
    json 3 entry list --user ada --limit 1000000000000
    json 3 entry list --model 'de*'
    json 1 entry list --key 1 --model little --outcome done --group default --start 2026-01-01
    run --json entry list --end 2026-01-01
    is "$status:$(cat "$dir/out")" 0: "none of them before the year"
    run --json entry list --outcome failed
    is "$status:$(cat "$dir/out")" 0: "none that failed"
    run --json entry list --limit 1
    id=$(member id)
    json 1 entry list --id "$id"
    is "$(member id)" "$id" "the entry of one id"
    run entry export
    is "$(wc -l <"$dir/out" | tr -d ' '):$(tail -n 1 "$dir/out" | cut -d , -f 1)" "5:$id" "all of them, the newest last"
    run entry export --format jsonl --user bob
    is "$(member id)" "$id" "those of one user, as JSON"
    good '^DAY +KEY +NAME +MODEL +REQUESTS' usage --by day,model,key
    good '^[0-9-]{10} +1 +[^ ]+ +demo +1 ' usage ada --by day,model,key
    json 4 usage --by key --start 2026-01-01
    is "$(member name | tail -n 1)" null "the total has no key"
    json 4 usage --by hour,key --start 2026-01-01
    good '^requests +2$' key show 1
    good '^entries +3$' user show ada
    good '^state +disabled$' key disable 1
    is "$(call "$key" demo)" 401 "a disabled key"
    good '^state +deleted$' user delete bob
    json 1 entry list --limit 1
    is "$(member user)" null "an entry of a deleted user"
else
    count=$((count + 1))
    echo "ok $count - entries # SKIP no $responder"
fi

good '^state +deleted$' key delete 1
fails 'no key 1' key show 1

# ---- models, providers, checks -----------------------------------------------------------

good '^little +demo +2\.5 +10 ' model list
json 2 model list

facts="--config $dir/facts.json"
list 3e-06 1.25e-06 ''
good '^gpt-4o +openai +2\.5 ' $facts model list
good '^input +2\.5 +compiled$' $facts model show gpt-4o
fails 'nowhere.json: cannot be read' $facts model import "$dir/nowhere.json"
fails 'nowhere.json: cannot be read' --config "$dir/factless.json" model import "$dir/nowhere.json"
fails '"catalog" is empty' --config "$dir/factless.json" model import "$dir/list.json"
good '^written +no$' --config "$dir/factless.json" model import "$dir/list.json" --dry-run
run --config "$dir/elsewhere.json" model import "$dir/list.json" --all
[ $status -eq 1 ] && grep -q 'nowhere/facts.json: cannot be written' "$dir/err"
result $? "an import without a directory to write to"
good '^note +catalog .*/nowhere/facts.json: is not there' --config "$dir/elsewhere.json" check
wrong '"nobody"' $facts model import "$dir/list.json" --provider nobody
good '^changed +openai +gpt-4o +input 2\.5 -> 3, cache_read 1\.25 -> 3' $facts model import "$dir/list.json" --dry-run
good '^added +openai +gpt-77 +input 1\.25, output 4, tier_from 200000' $facts model import "$dir/list.json" --dry-run
[ ! -e "$dir/catalog.json" ]
result $? "a dry run writes nothing"
good '^written +yes$' $facts model import "$dir/list.json"
good '^same +2$' $facts model import "$dir/list.json" --dry-run
good '^left out +openai +gpt-0 +it has no price' $facts model import "$dir/list.json"
good '^of_other_providers +1$' $facts model import "$dir/list.json"
json 2 $facts model import "$dir/list.json"
good '^added +groq +gpt-77 +input 3, output 3' $facts model import "$dir/list.json" --provider groq
json 1 $facts model import "$dir/catalog.json" --all --dry-run

good '^input +3 +imported$' $facts model show gpt-4o
good '^cache_write +3 +as input$' $facts model show gpt-4o
good '^request +0 +-$' $facts model show gpt-4o
good '^title +GPT-4o +compiled$' $facts model show mine
good '^context +5000 +aihub.json$' $facts model show mine
good '^providers +openai/gpt-4o ' $facts model show mine
json 1 $facts model show mine
fails 'gpt-none' $facts model show openai/gpt-none
good '^gpt-77 +openai +1\.25 +4 ' $facts model list
good '^text-embedding-3-small +openai +' $facts model list
absent '^sora-|^gpt-realtime' "nothing that nobody can ask for"
good '^text-embedding-3-small +openai +embedding +0\.02 +0 +0 +0 +0 +0 +8192' $facts model list --kind embedding
good '^whisper-1 +openai +transcription +0 +0 +0 +0 +0\.0001 +0 ' $facts model list --all
good '^tts-1 +openai +speech +0 +0 +0 +0 +0 +15 ' $facts model list --kind speech
good '^unpriced +openai +ocr +- +- +- +- +- +- ' $facts model list --all
good '^demo +demo +' $facts model list --provider demo
absent 'openai' "models of one provider only"
wrong 'no kind "embed"' $facts model list --kind embed
wrong 'called "groq"' $facts model list --provider groq
good '^cost +0\.001766$' $facts model price gpt-77 --prompt 1000 --cache-read 500 --output 129
good '^tier +yes$' $facts model price gpt-77 --prompt 200001
good '^cost +0\.200001$' $facts model price gpt-77 --prompt 200001 --group half
good '^cost +0\.02$' $facts model price gpt-4o --searches 2
json 1 $facts model price gpt-4o --output 1000
wrong 'no group "third"' $facts model price gpt-4o --group third
wrong 'no whole number' $facts model price gpt-4o --prompt -1
wrong '--prompt: at most' $facts model price gpt-4o --prompt 1099511627777
wrong '--prompt: .* no whole number' $facts model price gpt-4o --prompt 99999999999999999999
wrong '--cache-read: only 1000 are left for it of --prompt' $facts model price gpt-4o --prompt 1000 --cache-read 2000
wrong '--cache-write: only 400 ' $facts model price gpt-4o --prompt 1000 --cache-read 600 --cache-write 401
wrong '--cache-write-1h: only 0 ' $facts model price gpt-4o --prompt 1000 --cache-write-1h 1
wrong '--audio-output: only 0 ' $facts model price gpt-4o --audio-output 1
wrong '--image-cache-read: only 5 ' $facts model price gpt-4o --prompt 9 --cache-read 9 --image-input 5 --image-cache-read 6
fails 'nobody said' $facts model price unpriced
good '^cost +0\.006$' $facts model price whisper-1 --seconds 60
good '^cost +0\.03$' $facts model price tts-1 --characters 2000
good '^cost +0\.24$' $facts model price dall-e-3 --images 2 --size 1024x1792 --quality hd
good '^cost +0\.08$' $facts model price dall-e-3 --images 2 --size 1024x1024 --quality standard
good '^cost +0\.12$' $facts model price dall-e-3 --images 1
good '^cost +0\.018$' $facts model price dall-e-2 --images 1 --size 512x512 --quality auto
good '^cost +0\.11$' $facts model price drawn --images 1 --size 16:9
good '^cost +0\.05$' $facts model price drawn --images 1 --size 77x77 --quality low
wrong 'of this size costs .*: ask for one of 256x256, 512x512, 1024x1024\.' $facts model price dall-e-2 --images 1 --size 77x77
wrong 'of this quality costs .*: ask for one of standard, hd\.' $facts model price dall-e-3 --images 1 --size 1024x1024 --quality low
wrong '--size: .* costs the same' $facts model price whisper-1 --size 77x77
wrong '--quality: .* costs the same' $facts model price gpt-4o --quality hd
wrong '--images: at most' $facts model price dall-e-2 --images 1099511627777
good '^images\.512x512 +0\.018 +compiled$' $facts model show dall-e-2
good '^image +0\.02 +compiled$' $facts model show dall-e-2
good '^images\.16:9 +0\.11 +aihub.json$' $facts model show drawn
good '^second +0\.0001 +compiled$' $facts model show whisper-1
json 1 $facts model show dall-e-2

cp "$dir/catalog.json" "$dir/before.json"
list -1e-06 1e-06 ''
fails 'nothing was changed: .*"gpt-4o.input_cost_per_token" is a negative price' $facts model import "$dir/list.json"
list 0.02 1e-06 ''
fails 'more than any model costs' $facts model import "$dir/list.json"
list '"3e-06"' 1e-06 ''
fails 'must be a number' $facts model import "$dir/list.json"
list 3e-06 1e-06 ', "gpt-77": { "litellm_provider": "openai" }'
fails '"gpt-77" is there twice' $facts model import "$dir/list.json"
list 3e-06 1e-06 ','
fails 'line' $facts model import "$dir/list.json"
dd if=/dev/zero of="$dir/list.json" bs=1 count=0 seek=100000000 2>/dev/null
fails 'too large' $facts model import "$dir/list.json"
cmp -s "$dir/catalog.json" "$dir/before.json"
result $? "a bad list changes nothing"
echo '{' >"$dir/catalog.json"
list 3e-06 1e-06 ''
fails 'mend or remove it first' $facts model import "$dir/list.json"
fails 'catalog.json' $facts model list
rm "$dir/catalog.json"
good '^written +yes$' $facts model import "$dir/list.json"

# Each import keeps what others do.
rm "$dir/catalog.json"
for one in openai groq mistral xai; do
    printf '{"m-%s":{"litellm_provider":"%s","mode":"chat","input_cost_per_token":1e-6,"output_cost_per_token":2e-6}}' \
        $one $one >"$dir/list-$one.json"
    $aihub $facts model import --all "$dir/list-$one.json" >/dev/null 2>&1 &
done
wait
for one in openai groq mistral xai; do
    grep -q "m-$one" "$dir/catalog.json"
    result $? "one of four imports at once: $one"
done

good '^demo +demo +- +none +yes +no' provider list
json 1 provider list
good '^anthropic +Anthropic +https://.* ANTHROPIC_API_KEY +no$' provider list --all
json + provider list --all
good '^closed +openai-compatible +http://127.0.0.1:1/v1 +set' --config "$dir/closed.json" provider list
absent 'secret' "a provider's key is not shown"
good '^openai +openai +https://[^ ]* +missing' --config "$dir/away.json" provider list
good '^ID +NAME' --config "$dir/away.json" user list
fails 'variable AIHUB_TEST_UNSET is not set' --config "$dir/away.json" check
good '^faults +0$' --config "$dir/away.json" check --ledger

good '^ok +provider demo$' check
json 3 check
run --config "$dir/closed.json" check
[ $status -eq 1 ] && grep -q '^ok *ledger' "$dir/out" && grep -q '^FAILED *provider closed: ' "$dir/out" &&
    grep -q '^aihub: 1 check failed$' "$dir/err"
result $? "check of a provider that cannot be reached"
grep -q '^note *provider closed: none of its models can be called' "$dir/out"
result $? "check tells of a provider without prices"
! grep -q secret "$dir/out" "$dir/err"
result $? "check does not show a provider's key"
run --config "$dir/closed.json" --json check
[ $status -eq 1 ] && objects "$dir/out" && grep -q '"name":"closed","ok":false' "$dir/out"
result $? "the same in JSON"
run --config "$dir/priceless.json" check
[ $status -eq 1 ] && grep -q "^FAILED *model never: .*costs" "$dir/out" && ! grep -q 'model good' "$dir/out" &&
    grep -q '^aihub: 2 checks failed$' "$dir/err"
result $? "check of a model without a price"
echo secret >"$dir/open.key"
chmod 640 "$dir/open.key"
cat >"$dir/open.json" <<EOF
{ "data_dir": "data", "log": "$dir/away/log", "access_log": "$dir", "providers": { "demo": {},
  "open": { "type": "openai-compatible", "base_url": "http://127.0.0.1:1", "key": "file:open.key" } } }
EOF
run --config "$dir/open.json" check
[ $status -eq 1 ] && grep -q "^FAILED *key open: .*chmod 600 $dir/open.key$" "$dir/out" &&
    grep -q "^FAILED *log $dir/away/log: cannot be written: " "$dir/out" &&
    grep -q "^FAILED *log $dir: cannot be written: Is a directory$" "$dir/out" &&
    grep -q '^aihub: 4 checks failed$' "$dir/err"
result $? "check of a key that others can read, and of logs that cannot be written"
chmod 600 "$dir/open.key"
mkdir "$dir/away"
run --config "$dir/open.json" check
! grep -q 'key open' "$dir/out" && ! grep -q "away" "$dir/out" && [ ! -e "$dir/away/log" ]
result $? "check says nothing of them when that is mended, and makes no log"
good '^faults +0$' check --ledger
json 1 check --ledger
is "$(member faults)" 0 "the ledger's sums agree"

# ---- doctor: what there is behind a web server is asked in test_doctor.py -------------------

wrong 'where do clients reach the hub' doctor
wrong 'URL: must begin with http' doctor example.org
wrong '"0" is no whole number' doctor http://127.0.0.1:1 --silence 0
wrong 'at most 3600' doctor http://127.0.0.1:1 --silence 3601
run doctor http://127.0.0.1:1/ai
[ $status -eq 2 ] && [ ! -s "$dir/out" ] && grep -q '^aihub: http://127.0.0.1:1/ai: .*cannot be reached' "$dir/err" &&
    [ "$(wc -l <"$dir/err")" -eq 1 ] && [ ! -e "$dir/data/doctor" ]
result $? "doctor of a web server that is not there"

# ---- the output cannot be written ---------------------------------------------------------

if [ -w /dev/full ]; then
    "$aihub" user list >/dev/full 2>"$dir/err"
    is "$?:$(cat "$dir/err")" "1:aihub: cannot write the output: No space left on device" "a full disk"
fi

{ sleep 0.3; "$aihub" provider list --all 2>"$dir/err" && echo good >"$dir/out"; } | true
is "$(cat "$dir/out" "$dir/err")" good "a reader that leaves early is no failure"

# ---- keeper ----------------------------------------------------------------------------------

# Waits until the log of a keeper has a line.
wait_for() { # pattern log
    tries=0
    until grep -q "$1" "$2" 2>/dev/null; do
        tries=$((tries + 1))
        [ $tries -lt 100 ] || return 1
        sleep 0.1
    done
}

"$aihub" keeper 2>"$dir/keeper" &
keeper=$!
wait_for 'keeper of' "$dir/keeper"
result $? "keeper takes its role"
good '^ *1 +ada ' user list
good '^faults +0$' check --ledger
is "$(sed 's/ .*//' "$dir/data/lock")" process "the lock says who"
grep -q "process $keeper " "$dir/data/lock"
result $? "it is still the keeper"
kill -TERM "$keeper"
wait "$keeper"
is "$?" 0 "keeper ends on SIGTERM"
keeper=
wait_for 'keeper ends' "$dir/keeper"
result $? "keeper hands over"

"$aihub" keeper 2>"$dir/first" &
first=$!
wait_for 'keeper of' "$dir/first"
: >"$dir/keeper"
"$aihub" keeper 2>"$dir/keeper" &
keeper=$!
sleep 0.5
! grep -q 'keeper of' "$dir/keeper"
result $? "a second keeper waits"
kill -KILL $first
wait $first 2>/dev/null
first=
wait_for 'keeper of' "$dir/keeper"
result $? "and takes the place of one that was killed"
good '^ *1 +ada ' user list
kill -TERM "$keeper"
wait "$keeper"
is "$?" 0 "and ends on SIGTERM"

"$aihub" keeper 2>"$dir/first" &
first=$!
wait_for 'keeper of' "$dir/first"
"$aihub" keeper 2>"$dir/keeper" &
keeper=$!
sleep 0.3
kill -TERM "$keeper"
wait "$keeper"
is "$?" 0 "a keeper that waits for its role ends on SIGTERM"
keeper=
kill -TERM $first
wait $first
first=
good '^faults +0$' check --ledger

echo "1..$count"
[ $failed -eq 0 ]
