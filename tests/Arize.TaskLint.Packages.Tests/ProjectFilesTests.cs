namespace Arize.TaskLint.Packages.Tests;

/// <summary>Which files of a project the compiler is handed.</summary>
public sealed class ProjectFilesTests(Feed feed)
{
    private const string Broken = "name: A\ntype: code_evaluation\nproject: p\nsampling_rate: 25\nevaluators: [{ evaluator: T }]\n";

    [Fact]
    public async Task Declarations_and_snapshots_of_the_project_once_each_and_the_editorconfig_files_above_the_declarations()
    {
        var project = feed.CreateProject()
            .Project("Arize.TaskLint.Analyzers", items: """
                <AdditionalFiles Include="arize/by-hand.arize.yaml" />
                <TaskLintDeclaration Remove="drafts/**" />
                <TaskLintDeclaration Include="../common/shared.arize.yaml" />
                <TaskLintSnapshot Remove="old/**" />
                """)
            .File("Code/Class.cs", "internal sealed class Class;")
            .File("Code/.editorconfig", "[*.cs]\n")
            .File(".editorconfig", "root = true\n");
        foreach (var path in new[] { "a.arize.yaml", "arize/by-hand.arize.yaml", "arize/b.arize.yml", "drafts/c.arize.yaml", "bin/d.arize.yaml", "obj/d.arize.yaml",
            "web/node_modules/d.arize.yaml", "other/bin/d.arize.yaml", ".hidden/d.arize.yaml", "../common/shared.arize.yaml", "arize/notes.yaml",
            "live/production.arize-live.json", "live/live.json", "old/old.arize-live.json", "bin/bin.arize-live.json" })
            project.File(path, Broken.Replace("name: A", $"name: {path}", StringComparison.Ordinal));
        project.File("arize/.editorconfig", "[*.yaml]\n");
        Assert.Equal(0, (await project.DotnetAsync("restore", "-nologo")).ExitCode);

        string[] declarations = ["../common/shared.arize.yaml", "a.arize.yaml", "arize/b.arize.yml", "arize/by-hand.arize.yaml"];
        string[] above = [".editorconfig", "arize/.editorconfig"];
        const string Snapshot = "live/production.arize-live.json";
        Assert.Equal(declarations.Concat(above).Append(Snapshot).Order(StringComparer.Ordinal), await project.ItemsAsync("AdditionalFiles"));
        Assert.Equal(
            [".editorconfig", "Code/.editorconfig", "arize/.editorconfig"],
            (await project.ItemsAsync("EditorConfigFiles")).Where(file => Path.GetFileName(file) == ".editorconfig"));

        // What the project hands over itself still counts where the package takes nothing by itself.
        Assert.Equal(
            new[] { "../common/shared.arize.yaml", "arize/by-hand.arize.yaml" }.Concat(above).Order(StringComparer.Ordinal),
            await project.ItemsAsync("AdditionalFiles", "-p:EnableDefaultTaskLintItems=false"));
        Assert.Equal(declarations.Append(Snapshot).Order(StringComparer.Ordinal), await project.ItemsAsync("AdditionalFiles", "-p:DiscoverEditorConfigFiles=false"));
    }

    [Fact]
    public async Task YAML_alone_is_checked_by_the_analyzers_alone()
    {
        var project = feed.CreateProject().Project("Arize.TaskLint.Analyzers").File("arize/a.arize.yaml", Broken);

        var built = await project.BuildAsync();

        Assert.Equal("arize/a.arize.yaml(4,16): error ATL2004", built.Lines);
    }

    [Fact]
    public async Task A_project_without_declarations_is_left_as_it_is()
    {
        var project = feed.CreateProject().Project("Arize.TaskLint").File("Class.cs", "internal sealed class Class;").File(".editorconfig", "root = true\n");
        Assert.Equal(0, (await project.DotnetAsync("restore", "-nologo")).ExitCode);

        Assert.Empty(await project.ItemsAsync("AdditionalFiles"));
    }
}
