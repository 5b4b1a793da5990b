using Arize.TaskLint.Core.Documents;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Tests.Yaml;

/// <summary>Which forms a task document takes.</summary>
public sealed class DocumentTests
{
    private const string Rest = "type: code_evaluation, project: p, evaluators: [{ evaluator: E }]";

    [Theory]
    [InlineData("name: A\ntype: code_evaluation\nproject: p\nevaluators: [{ evaluator: E }]\n", "A")]
    [InlineData($"- {{ name: A, {Rest} }}\n- {{ name: B, {Rest} }}\n", "A B")]
    [InlineData($"tasks:\n  - {{ name: A, {Rest} }}\n  - {{ name: B, {Rest} }}\n", "A B")]
    [InlineData($"tasks:\n- {{ name: A, {Rest} }}\nspace: s\n", "A")]
    [InlineData($"tasks: &all\n- {{ name: A, {Rest} }}\n", "A")]
    [InlineData($"x-one: &one {{ name: A, {Rest} }}\ntasks: [*one]\n", "A")]
    [InlineData($"x-all: &all [{{ name: A, {Rest} }}]\ntasks: *all\n", "A")]
    [InlineData($"<<: {{ tasks: [{{ name: A, {Rest} }}] }}\n", "A")]
    [InlineData($"&all [{{ name: A, {Rest} }}]\n", "A")]
    [InlineData($"--- {{ name: A, {Rest} }}\n--- [{{ name: B, {Rest} }}]\n---\ntasks: [{{ name: C, {Rest} }}]\n", "A B C")]
    [InlineData($"---\n---\n{{ name: A, {Rest} }}\n---\n# nothing\n---\n~\n...\n", "A")]
    [InlineData($"%YAML 1.2\n---\n{{ name: A, {Rest} }}\n...\n%YAML 1.1\n---\n{{ name: B, {Rest} }}\n", "A B")]
    [InlineData($"{{ name: A, {Rest} }}\n...\n# the end\n", "A")]
    [InlineData($"{{\"tasks\":[{{\"name\":\"A\",\"type\":\"CODE_EVALUATION\",\"project\":\"p\",\"evaluators\":[{{\"evaluator\":\"E\"}}]}}]}}", "A")]
    [InlineData("tasks: []\n", "")]
    [InlineData("[]\n", "")]
    [InlineData("tasks: []\n---\n[]\n", "")]
    public void A_form_that_is_taken(string text, string names)
    {
        var document = new DeclarationReader(_ => null).Read(new SourceFile("t.yaml", text));
        Assert.Equal([], Trees.Lines(document));
        Assert.Equal(names, string.Join(' ', document.Tasks.Select(task => task.Name)));
    }

    [Theory]
    [InlineData("services: {}\n", "a mapping without any of their fields", "1,1-1,9")]
    [InlineData("space: production\n", "a mapping without any of their fields", "1,1-1,6")]
    [InlineData("x-home: {}\n", "a mapping without any of their fields", "1,1-1,7")]
    [InlineData("1: a\n2.5: b\ntrue: c\n", "a mapping without any of their fields", "1,1-1,2")]
    [InlineData("{}\n", "an empty mapping", "1,1-1,3")]
    [InlineData("- a\n- b\n", "a list of other values", "1,1-2,4")]
    [InlineData("[1, [2], null]\n", "a list of other values", "1,1-1,15")]
    [InlineData("- \n", "a list of other values", "1,1-1,2")]
    [InlineData("just a text\n", "text", "1,1-1,12")]
    [InlineData("42\n", "a number", "1,1-1,3")]
    [InlineData("true\n", "a truth value", "1,1-1,5")]
    [InlineData("'null'\n", "text", "1,1-1,7")]
    [InlineData("${TASKS}\n", "a value that is not known", "1,1-1,9")]
    [InlineData("<xml/>\n", "text", "1,1-1,7")]
    [InlineData("name = A\ntype = B\n", "text", "1,1-2,9")]
    public void A_text_that_is_no_task_document(string text, string what, string place) => Assert.Equal(
        [$"{place} ATL1001 not a task document: a mapping with 'tasks', a list of tasks or one task is needed, but this is {what}"],
        Trees.Check(text));

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("  \n\t\n")]
    [InlineData("# only\n# comments")]
    [InlineData("---\n---\n")]
    [InlineData("...\n")]
    [InlineData("~\n")]
    [InlineData("null")]
    [InlineData("--- # nothing\n...\n---\nnull\n")]
    public void A_text_that_declares_nothing(string text) =>
        Assert.Equal(["1,1-1,1 ATL1001 the file declares nothing: it is empty, or has only comments"], Trees.Check(text));

    [Theory]
    [InlineData("tasks: 5\n", "1,8-1,9 ATL1002 'tasks' must be a list, but is a number '5'")]
    [InlineData("tasks: { name: A }\n", "1,8-1,19 ATL1002 'tasks' must be a list, but is a mapping")]
    [InlineData("tasks:\n  - A\n", "2,5-2,6 ATL1002 a task must be a mapping, but is text 'A'")]
    [InlineData("tasks:\n  - null\n", "2,5-2,9 ATL1002 a task must be a mapping, but is null")]
    [InlineData("tasks: [[]]\n", "1,9-1,11 ATL1002 a task must be a mapping, but is a list")]
    [InlineData("- { partial: true, name: A }\n- B\n", "2,3-2,4 ATL1002 a task must be a mapping, but is text 'B'")]
    [InlineData("Tasks: []\n", "1,1-1,6 ATL1003 a task document has no field 'Tasks'; did you mean 'tasks'")]
    [InlineData("tasks: []\nname: A\n", "2,1-2,5 ATL1003 a task document has no field 'name'; it belongs to a task in 'tasks'")]
    [InlineData("tasks:\n", "1,1-1,6 ATL1001 'tasks' is empty, so the document declares nothing")]
    [InlineData("tasks:\nname: A\n", "2,1-2,5 ATL1003 a task document has no field 'name'; 'tasks' above it is empty: is this not indented below it")]
    [InlineData("tasks: []\nspace: [a]\n", "2,8-2,11 ATL1002 'space' must be a text, but is a list")]
    [InlineData("tasks: []\ntasks: []\n", "2,1-2,6 ATL1004 'tasks' stands here already, on line 1; which one counts differs from reader to reader")]
    public void A_document_that_is_broken_in_part(string text, string expected) => Assert.Equal([expected], Trees.Check(text));

    [Fact]
    public void The_space_of_a_document_counts_wherever_it_stands()
    {
        var document = new DeclarationReader(_ => null).Read(new SourceFile(
            "t.yaml",
            "tasks:\n  - { partial: true, name: A }\n  - { partial: true, name: B, space: own }\nspace: behind\n---\n{ partial: true, name: C }\n"));
        var spaces = new SpaceSettings();
        Assert.Equal(["behind", "own", null], document.Tasks.Select(task => spaces.Of(new TaskHeader(task), out _)));
    }

    [Fact]
    public void A_task_that_is_broken_in_part_is_read_as_far_as_it_goes()
    {
        var document = new DeclarationReader(_ => null).Read(new SourceFile(
            "t.yaml",
            $"- {{ name: A, nme: B, sampling_rate: much, is_continuous: true, {Rest} }}\n- {{ name: C, {Rest} }}\n"));
        Assert.Equal(["A", "C"], document.Tasks.Select(task => task.Name));
        Assert.True(document.Tasks[0].IsContinuous.Boolean);
        Assert.Equal(ValueState.Invalid, document.Tasks[0].SamplingRate.State);
        Assert.Equal(DataSources.Project, document.Tasks[0].DataSource);
    }

    [Fact]
    public void Half_a_file_declares_nothing()
    {
        var document = new DeclarationReader(_ => null).Read(new SourceFile("t.yaml", $"- {{ name: A, {Rest} }}\n- {{ name: B, sampling_rate: 25, {Rest} }}\n- [\n"));
        Assert.Empty(document.Tasks);
        Assert.Equal(["4,1-4,1 ATL1001 not valid YAML: while parsing a node, did not find expected node content"], Trees.Lines(document));
    }

    [Fact]
    public void Own_keys_are_left_alone_wherever_they_stand()
    {
        Assert.Equal([], Trees.Check(
            """
            x-a: { b: [1, { c: 2, c: 3 }], d: "${NOT_SET}" }
            tasks:
              - name: A
                x-: 1
                x-B c: [!!str 5]
                type: code_evaluation
                project: p
                evaluators:
                  - { evaluator: E, x-note: null }
            """));
    }
}
