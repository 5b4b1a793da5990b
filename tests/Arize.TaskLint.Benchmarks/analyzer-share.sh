#!/usr/bin/env bash
# What the analyzers cost in a build, beside those of Meziantou.Analyzer: analyzer-share.sh [FOLDER]
# Three builds: code without declarations, with and without a reference to the builders, and 1,000 declared tasks in C# and as many in YAML.
# It takes some minutes, gets Meziantou.Analyzer from the configured package source, and asserts one thing: no AD0001, no CS9057.
set -euo pipefail
folder=$(realpath -m "${1:-$(mktemp -d)}")
mkdir -p "$folder"
cd "$(dirname "$0")/../.."
version=$(sed -n 's:.*<VersionPrefix>\(.*\)</VersionPrefix>.*:\1:p' Directory.Build.props)
meziantou=${MEZIANTOU_VERSION:-3.0.321}
.ci/pack "$folder/feed" --without-native --artifacts-path "$folder/artifacts" >"$folder/pack.log" || { cat "$folder/pack.log"; exit 1; }

# Business code as there is much of: records, services, LINQ, async, switches, interpolation; 1,400 files, 102 lines each.
write_code() {
  mkdir -p "$1/Code"
  for ((i = 0; i < 1400; i++)); do
    {
      echo "namespace Sales.Area$((i % 40));"
      echo "public sealed record Order$i(int Id, string Customer, decimal Amount, System.DateTime At);"
      echo "public sealed class OrderService$i(System.Collections.Generic.IReadOnlyList<Order$i> orders)"
      echo "{"
      for ((m = 0; m < 12; m++)); do
        cat <<CODE
    public decimal Total$m(string customer, decimal limit)
    {
        var selected = System.Linq.Enumerable.Where(orders, order => order.Customer == customer && order.Amount > limit + $m);
        decimal total = 0;
        foreach (var order in selected)
            total += order.Id % 2 == 0 ? order.Amount : -order.Amount;
        return total switch { < 0 => 0, > 1_000_000 => 1_000_000, _ => total };
    }
CODE
      done
      echo "    public async System.Threading.Tasks.Task<string> DescribeAsync(System.IO.TextReader reader) => \$\"{await reader.ReadLineAsync()} has {orders.Count} orders\";"
      echo "}"
    } >"$1/Code/Order$i.cs"
  done
}

write_tasks() {
  mkdir -p "$1/Tasks" "$1/arize"
  for ((f = 0; f < 50; f++)); do
    {
      echo "using Arize.TaskLint;"
      echo "public sealed class Catalog$f : TaskCatalog"
      echo "{"
      echo "    protected override void Declare(TaskCatalogBuilder tasks)"
      echo "    {"
      for ((t = 0; t < 20; t++)); do
        cat <<CODE
        tasks.TemplateEvaluation("Check $f.$t")
            .OnProjectNamed("support-bot")
            .SamplingRate(0.1)
            .Continuous()
            .QueryFilter("status_code = 'OK' AND attributes.metadata.tier = '$t'")
            .EvaluatorNamed("Hallucination Eval", evaluator => evaluator
                .Map("input", "attributes.input.value")
                .Map("output", "attributes.output.value"));
CODE
      done
      echo "    }"
      echo "}"
    } >"$1/Tasks/Catalog$f.cs"
    for ((t = 0; t < 20; t++)); do
      cat <<CODE
- name: Check $f.$t in YAML
  type: TEMPLATE_EVALUATION
  project: support-bot
  sampling_rate: 0.1
  is_continuous: true
  query_filter: status_code = 'OK' AND attributes.metadata.tier = '$t'
  evaluators:
    - evaluator: Hallucination Eval
      column_mappings: { input: attributes.input.value, output: attributes.output.value }
CODE
    done >"$1/arize/tasks$f.arize.yaml"
  done
}

measure() {
  local title=$1 project=$2 package=$3
  cat >"$project/nuget.config" <<CONFIG
<configuration>
  <config><add key="globalPackagesFolder" value="$folder/restored" /></config>
  <packageSources><add key="tasklint" value="$folder/feed" /></packageSources>
</configuration>
CONFIG
  cat >"$project/Measured.csproj" <<PROJECT
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><WarningsAsErrors>CS9057;AD0001</WarningsAsErrors></PropertyGroup>
  <ItemGroup><PackageReference Include="$package" Version="$version" /><PackageReference Include="Meziantou.Analyzer" Version="$meziantou" PrivateAssets="all" /></ItemGroup>
</Project>
PROJECT
  # The project lies outside of the repository, whose settings do not reach it.
  (cd "$project" && dotnet build --no-incremental -nologo -v:d -p:ReportAnalyzer=true -p:UseSharedCompilation=false >"$project.log") || { grep -E ": error " "$project.log" | cut -c1-300 | head; exit 1; }
  if grep -E "(error|warning) (AD0001|CS9057)" "$project.log"; then exit 1; fi
  echo "== $title: $(cat "$project"/*/*.cs | wc -l) lines of C#"
  grep -m1 "Total analyzer execution time" "$project.log" | sed 's/^ */   /'
  grep -E "(Arize.TaskLint.Analyzers|Meziantou.Analyzer|Microsoft.CodeAnalysis.(CSharp.)?NetAnalyzers), Version" "$project.log" | sed 's/, Version.*//' | sort -u
}

write_code "$folder/plain"
cp -r "$folder/plain" "$folder/referenced"
write_tasks "$folder/tasks"
measure "No declarations, analyzers alone" "$folder/plain" Arize.TaskLint.Analyzers
measure "No declarations, builders referenced" "$folder/referenced" Arize.TaskLint
measure "1,000 tasks in C# and 1,000 in YAML" "$folder/tasks" Arize.TaskLint
