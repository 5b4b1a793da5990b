using System.Globalization;
using System.Text;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Severities;
using Microsoft.CodeAnalysis;

namespace Arize.TaskLint.Analyzers.Tests;

/// <summary>A file <c>.editorconfig</c> says to the tool what it says to the compiler: the same sections fit, and the same settings stand in them.</summary>
public sealed class EditorConfigParityTests
{
    private const string Key = "dotnet_diagnostic.ATL2004.severity";

    private static readonly string[] Paths =
    [
        "/repo/a.cs", "/repo/a.arize.yaml", "/repo/ab.cs", "/repo/sub/a.cs", "/repo/sub/deep/a.cs", "/repo/file3.cs", "/repo/file12.cs", "/repo/file-2.cs",
        "/repo/a-b.cs", "/repo/{a}.cs", "/repo/a b.cs", "/repo/in.cs/a.cs", "/repo/a,b.cs", "/repo/[a].cs", "/other/a.cs", "/repo/ä.cs", "/repo/#a.cs", "/repo/a/b.cs", "/repo/sub/a/b.cs",
    ];

    public static TheoryData<string> Names =>
    [
        "*", "*.cs", "*.{cs,arize.yaml}", "**.cs", "**/*.cs", "sub/*.cs", "/sub/*.cs", "sub/**", "sub/**/*.cs", "/*.cs", "/a.cs", "a.cs", "deep/a.cs", "?.cs", "??.cs", "a?b.cs", "sub?a.cs", "/a?b.cs", "?a?b.cs", "su?/a.cs", "sub?", "sub??a.cs", "[/]a.cs", "sub[/-]a.cs", "sub[!x]a.cs", "sub{/,-}a.cs",
        "[ab].cs", "[!ab].cs", "[a-c].cs", "[a-c][b-d].cs", "file{1..5}.cs", "file{5..1}.cs", "file{-3..12}.cs", "file{1..5}{,x}.cs", "{file{1..5},a}.cs", "{a,ab}.cs", "{a,{ab,file3}}.cs", "{a}.cs",
        "\\{a\\}.cs", "a\\,b.cs", "a,b.cs", "{a.cs", "a}.cs", "[a.cs", "[]].cs", "[z-a].cs", "\\[a\\].cs", "*.cs\\", "{,a}.cs", "{}.cs", "a.{c,}s", "***.cs", "[a\\-b].cs", "*/a.cs", "/**", "**", "/", "//a.cs",
        "file{1..99999999999}.cs", "{1..2", "{1.2}", "a.CS", "[A].cs", "ä.cs", "[^a].cs", "[a^].cs", "a.cs/**", "sub/", "./a.cs",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_section_fits_the_files_that_it_fits_for_the_compiler(string name) =>
        AssertSame($"[{name}]\n{Key} = warning\n");

    [Fact]
    public void Sections_of_any_letters_fit_the_same_files()
    {
        string[] pieces = ["*", "**", "?", "a", "b", "/", "sub", ".cs", ".", "{", "}", ",", "[", "]", "!", "-", "\\", "1..5", "file", "3", "{a,b}", "[ab]", "{1..20}"];
        var random = new Random(20261124);
        for (var i = 0; i < 400; i++)
        {
            var name = new StringBuilder();
            for (var length = random.Next(1, 8); length > 0; length--)
                name.Append(pieces[random.Next(pieces.Length)]);
            AssertSame($"[{name}]\n{Key} = warning\n");
        }
    }

    [Theory]
    [InlineData($"{Key} = warning")]
    [InlineData($"[*]\n{Key} = warning # why\n")]
    [InlineData($"[*]\n{Key} = warning ; why\n")]
    [InlineData($"[*]\n{Key} = warning#why\n")]
    [InlineData($"[*]\n{Key}:warning")]
    [InlineData($"[*]\n  {Key}   =   WARNING  ")]
    [InlineData($"[*]\n{Key} = \n")]
    [InlineData($"[*]\n{Key} warning\n")]
    [InlineData($"[*]\n# {Key} = warning\n; {Key} = error\n")]
    [InlineData("[*]\nDotnet_Diagnostic.atl2004.SEVERITY = error\n")]
    [InlineData($"[*]\n{Key} = warning\n{Key} = error\n")]
    [InlineData($"[*]\n{Key} = warning\n{Key} = eror\n")]
    [InlineData($"[*]\n{Key} = warning\n[*.cs]\n{Key} = eror\n")]
    [InlineData($"[*]\n{Key} = warning\n[*.cs]\n{Key} = none\n[a.cs]\n{Key} = default\n")]
    [InlineData($"[*] # all\n{Key} = warning\n")]
    [InlineData($"[*] x\n{Key} = warning\n")]
    [InlineData($"  [*]  \n{Key} = warning\n")]
    [InlineData($"[*\n{Key} = warning\n")]
    [InlineData($"[]\n{Key} = warning\n")]
    [InlineData($"[\\#a.cs]\n{Key} = warning\n")]
    [InlineData($"[#a.cs]\n{Key} = warning\n")]
    [InlineData($"[a.cs] ] \n{Key} = warning\n")]
    [InlineData($"root = TRUE\n[*]\n{Key} = refactoring\n")]
    [InlineData($"[*]\r\n{Key} = silent\r[a.cs]\u2028{Key} = suggestion\u0085")]
    [InlineData($"[*]\n{Key} = error\n[*]\n{Key} = unset\n")]
    [InlineData($"is_global = true\n[*]\n{Key} = warning\n")]
    [InlineData("[*]\ndotnet_analyzer_diagnostic.severity = warning\ndotnet_analyzer_diagnostic.category-Arize.DataSource.severity = error\n")]
    public void A_text_sets_what_it_sets_for_the_compiler(string text) => AssertSame(text);

    [Theory]
    [InlineData("[*]\ndotnet_diagnostic.ATL2004.severity = warning\n", "[*]\ndotnet_diagnostic.ATL2004.severity = none\n")]
    [InlineData("[*]\ndotnet_diagnostic.ATL2004.severity = warning\n", "root = true\n")]
    [InlineData("[*]\ndotnet_diagnostic.ATL2004.severity = warning\n", "root = true\n[*.yaml]\ndotnet_diagnostic.ATL2004.severity = none\n")]
    [InlineData("[*]\ndotnet_diagnostic.ATL2004.severity = warning\n", "root = true\nroot = false\n")]
    [InlineData("[*]\ndotnet_diagnostic.ATL2004.severity = warning\n", "root = false\nroot = true\n")]
    [InlineData("[*]\ndotnet_diagnostic.ATL2004.severity = warning\n", "root = true\nROOT = no\n")]
    [InlineData("[*]\ndotnet_diagnostic.ATL2004.severity = warning\n", "root = false\n[*.yaml]\nroot = true\n")]
    [InlineData("[*]\ndotnet_diagnostic.ATL2004.severity = warning\n", "root = true # why\n")]
    [InlineData("[deep/*]\ndotnet_diagnostic.ATL2004.severity = warning\n", "[deep/*]\ndotnet_diagnostic.ATL2004.severity = none\n")]
    [InlineData("root = true\n[sub/**.cs]\ndotnet_diagnostic.ATL2004.severity = warning\n", "[*]\ndotnet_diagnostic.ATL2004.severity = eror\n")]
    public void The_nearest_file_counts_as_for_the_compiler(string above, string below)
    {
        AssertSame(("/repo", above), ("/repo/sub", below));
        AssertSame(("/repo/sub", below), ("/repo", above));
    }

    [Theory]
    [InlineData("", "is_global = true\ndotnet_diagnostic.ATL2004.severity = warning\n", null)]
    [InlineData("[*.cs]\ndotnet_diagnostic.ATL2004.severity = none\n", "dotnet_diagnostic.ATL2004.severity = error\n", null)]
    [InlineData("", "dotnet_diagnostic.ATL2004.severity = error\n", "dotnet_diagnostic.ATL2004.severity = none\n")]
    [InlineData("", "dotnet_diagnostic.ATL2004.severity = error\n", "global_level = 101\ndotnet_diagnostic.ATL2004.severity = none\n")]
    [InlineData("", "global_level = -5\ndotnet_diagnostic.ATL2004.severity = error\n", "dotnet_diagnostic.ATL2004.severity = none\n")]
    [InlineData("", "[*.cs]\ndotnet_diagnostic.ATL2004.severity = error\n", null)]
    public void Global_files_set_what_they_set_for_the_compiler(string sections, string global, string? second)
    {
        const string Path = "/repo/a.cs";
        List<string> globals = second is null ? [global] : [global, second];
        var set = AnalyzerConfigSet.Create<List<AnalyzerConfig>>(
        [
            AnalyzerConfig.Parse(sections, "/repo/.editorconfig"),
            .. globals.Select((text, i) => AnalyzerConfig.Parse(text, i == 0 ? "/repo/.globalconfig" : "/.globalconfig")),
        ]);
        ReportDiagnostic? compiler = set.GetOptionsForSourcePath(Path).TreeOptions.TryGetValue("ATL2004", out var own) ? own
            : set.GlobalConfigOptions.TreeOptions.TryGetValue("ATL2004", out var all) ? all : null;

        var options = new EditorConfigOptions(
            Path,
            [("/repo", EditorConfig.Read(new SourceFile(".editorconfig", sections)))],
            globals.Select(text => EditorConfig.Read(new SourceFile(".globalconfig", text))));
        var actual = options.SeverityOf(Core.Rules.RuleCatalogue.Find("ATL2004")!, isYaml: false)?.Severity;

        Assert.Equal(compiler switch { ReportDiagnostic.Suppress => "None", ReportDiagnostic.Warn => "Warning", ReportDiagnostic.Error => "Error", _ => null }, actual?.ToString());
    }

    [Fact]
    public void A_folder_whose_name_only_begins_so_is_another()
    {
        // Older compilers let the settings of /repo count in /repository too.
        var config = EditorConfig.Read(new SourceFile(".editorconfig", $"[*]\n{Key} = warning\n"));
        var rule = Core.Rules.RuleCatalogue.Find("ATL2004")!;
        Assert.Null(new EditorConfigOptions("/repository/a.cs", [("/repo", config)]).SeverityOf(rule, isYaml: false));
        Assert.NotNull(new EditorConfigOptions("/repo/a.cs", [("/", config)]).SeverityOf(rule, isYaml: false));
    }

    private static void AssertSame(string text) => AssertSame(("/repo", text));

    private static void AssertSame(params (string Folder, string Text)[] configs)
    {
        var read = configs.Select(config => (config.Folder, EditorConfig.Read(new SourceFile(".editorconfig", config.Text)))).ToList();
        var rule = Core.Rules.RuleCatalogue.Find("ATL2004")!;
        foreach (var path in Paths)
        {
            var actual = new EditorConfigOptions(path, read).SeverityOf(rule, isYaml: false) is { } set ? set.Severity?.ToString() ?? "default" : null;
            Assert.True(Compiler(configs, path) == actual, string.Create(CultureInfo.InvariantCulture, $"{path}: {Compiler(configs, path) ?? "nothing"} for the compiler, {actual ?? "nothing"} for the tool\n{string.Join('\n', configs)}"));
        }
    }

    // What the compiler makes of it, by its own rules for single rules, categories and all rules.
    private static string? Compiler((string Folder, string Text)[] configs, string path)
    {
        AnalyzerConfigOptionsResult options;
        try
        {
            options = AnalyzerConfigSet.Create(configs.Select(config => AnalyzerConfig.Parse(config.Text, config.Folder + "/.editorconfig")).ToList()).GetOptionsForSourcePath(path);
        }
        catch (ArgumentException)
        {
            // The compiler stumbles over a class such as [z-a].
            return null;
        }

        if (options.TreeOptions.TryGetValue("ATL2004", out var specific))
            return Word(specific);
        var bulk = options.AnalyzerOptions.GetValueOrDefault("dotnet_analyzer_diagnostic.category-arize.datasource.severity") ?? options.AnalyzerOptions.GetValueOrDefault("dotnet_analyzer_diagnostic.severity");
        return bulk is null ? null : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(bulk);
    }

    private static string Word(ReportDiagnostic report) => report switch
    {
        ReportDiagnostic.Error => "Error",
        ReportDiagnostic.Warn => "Warning",
        ReportDiagnostic.Info => "Suggestion",
        ReportDiagnostic.Hidden => "Silent",
        ReportDiagnostic.Suppress => "None",
        _ => "default",
    };
}
