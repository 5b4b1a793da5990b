# Declarations in C# are code, which runs as a child of the tool. The key is the tool's own: it is not in the child's environment, and not where
# a child could read it of its parent (/proc/PID/environ).
needs dotnet
# The key comes from a file here: what started the tool has it neither in its environment nor in its arguments.
printf 'ak-s3cret-0123456789' >key
limit=90 run_shell 'ARIZE_API_KEY=$(cat key) tasklint lint looks.cs'
exits 0
says 'not found'
says "owner of the parent's environ: root"
never s3cret
rm key

# The tool itself still has it.
run_shell 'ARIZE_API_KEY=ak-s3cret-0123456789 tasklint check --api-url http://127.0.0.1:9 --timeout 1 ok.arize.yaml'
exits 3
never 'ARIZE_API_KEY'
