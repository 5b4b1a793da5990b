# A folder without declarations says what in it can be given by name, and tasklint.yml is read as tasklint.yaml is.
mkdir saved code
echo '{"id": "T1", "name": "Tone", "type": "CODE_EVALUATION"}' >saved/tone.json
run lint saved
exits 2
says "'tasklint lint saved/tone.json', or all with 'saved/*.json'"
echo '<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="Arize.TaskLint" Version="1.0.0" /></ItemGroup></Project>' >code/Tasks.csproj
echo '<Project Sdk="Microsoft.NET.Sdk" />' >code/Other.csproj
run lint code
exits 2
says "'tasklint lint code/Tasks.csproj'"
never Other.csproj

# Of a solution, the projects that refer to the builders are read.
printf 'Microsoft Visual Studio Solution File, Format Version 12.00\nProject("{9A19103F}") = "Other", "code\\Other.csproj", "{1}"\nEndProject\nProject("{9A19103F}") = "Tasks", "code\\Tasks.csproj", "{2}"\nEndProject\n' >all.sln
echo '<Solution><Folder Name="/a/"><Project Path="code/Other.csproj" /><Project Path="code/Tasks.csproj" /></Folder></Solution>' >all.slnx
for solution in all.sln all.slnx; do
  run lint --no-run "$solution"
  exits 2
  says "'code/Tasks.csproj' is C#"
  never Other.csproj
done

printf 'policies:\n  - max_sampling_rate: 0.05\n' >tasklint.yml
printf 'name: Rated\ntype: code_evaluation\nproject: bot\nsampling_rate: 0.5\nis_continuous: true\nevaluators: [{ evaluator: Tone }]\n' >rated.arize.yaml
run lint rated.arize.yaml
exits 1
prints 'allows'
prints ATL8001
cp tasklint.yml tasklint.yaml
run lint rated.arize.yaml
exits 2
says 'are both there'
