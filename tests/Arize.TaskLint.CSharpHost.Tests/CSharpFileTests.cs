using System.Text.Json;

namespace Arize.TaskLint.CSharpHost.Tests;

/// <summary>What C# may stand in a file of its own.</summary>
public sealed class CSharpFileTests
{
    private const string Catalog = """

        class Tasks : Arize.TaskLint.TaskCatalog
        {
            protected override void Declare(Arize.TaskLint.TaskCatalogBuilder tasks) => tasks.Task(Value());
            static string Value() => VALUE;
        }
        """;

    [Theory]
    [InlineData("", "nameof(Tasks)", "Tasks")]
    [InlineData("#!/usr/bin/env -S dotnet run\n", "\"a\"", "a")]
    [InlineData("#:package Arize.TaskLint@0.1.0\n#:property LangVersion=preview\n#:sdk Microsoft.NET.Sdk\n", "\"a\"", "a")]
    [InlineData("#!/usr/bin/env dotnet\n#:package Arize.TaskLint@0.1.0\n\n// A comment.\n", "\"a\"", "a")]
    [InlineData("using System;\nusing static System.Math;\n", "Max(1, 2).ToString()", "2")]
    [InlineData("global using System.Text;\n", "new StringBuilder(\"b\").ToString()", "b")]
    [InlineData("", "string.Join(\",\", new List<int> { 2, 1 }.Order())", "1,2")]
    [InlineData("", "File.Exists(\"nowhere\") + typeof(HttpClient).Name + typeof(Task).Name + typeof(CancellationToken).Name", "FalseHttpClientTaskCancellationToken")]
    [InlineData("", "((string?)null)?.Length is null ? \"null\" : \"\"", "null")]
    [InlineData("", "\"\"\"raw \"text\" \\u\"\"\"", "raw \"text\" \\u")]
    [InlineData("#if NET10_0_OR_GREATER && NET5_0_OR_GREATER && DEBUG && !NETFRAMEWORK\n#else\nwrong\n#endif\n", "\"a\"", "a")]
    [InlineData("#pragma warning disable CS0168\n#nullable disable\n", "\"a\"", "a")]
    [InlineData("Console.WriteLine(\"not run\");\nreturn 1;\n", "\"a\"", "a")]
    [InlineData("await Task.Yield();\n", "\"a\"", "a")]
    [InlineData("unsafe struct S { fixed byte b[4]; }\n", "\"a\"", "a")]
    [InlineData("\uFEFF", "\"ü → \\U0001F600\"", "ü → \U0001F600")]
    public void It_compiles(string head, string value, string expected)
    {
        using var file = new CompiledFile(head + Catalog.Replace("VALUE", value, StringComparison.Ordinal));

        using var document = JsonDocument.Parse(Assert.Single(file.Documents()));

        Assert.Equal(expected, document.RootElement.GetProperty("tasks")[0].GetProperty("name").GetString());
        Assert.Equal(file.FullPath, document.RootElement.GetProperty("x-files")[0].GetString());
        Assert.Equal(head.Count(c => c == '\n') + 4, document.RootElement.GetProperty("x-at")[0][1].GetInt32());
    }

    [Fact]
    public void Every_catalog_is_read_in_the_order_of_their_names()
    {
        using var file = new CompiledFile("""
            using Arize.TaskLint;
            namespace Team
            {
                public class Zeta : Base { private Zeta() { } }
                internal class Alpha : Base { private protected class Inner : Base; }
                public abstract class Base : TaskCatalog { protected override void Declare(TaskCatalogBuilder tasks) { } }
                public class Generic<T> : Base;
                public class Fixed : Generic<int>;
            }
            file class OfTheFile : Team.Base;
            """);

        var names = file.Documents().Select(document => JsonDocument.Parse(document).RootElement.GetProperty("x-catalog").GetString()!).ToList();

        Assert.Equal(["Team.Alpha", "Team.Alpha+Inner", "Team.Fixed", "Team.Zeta"], names.Where(name => name.StartsWith("Team", StringComparison.Ordinal)));
        Assert.Equal(5, names.Count);
        Assert.Contains(names, name => name.EndsWith("OfTheFile", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("class A { int x = }", "FILE:1:19: error CS1525: Invalid expression term '}'|FILE:1:19: error CS1002: ; expected")]
    [InlineData("\tclass A : B;", "FILE:1:12: error CS0246: The type or namespace name 'B' could not be found (are you missing a using directive or an assembly reference?)")]
    [InlineData("#line 7 \"other.cs\"\nclass A : B;", "other.cs:7:11: error CS0246: The type or namespace name 'B' could not be found (are you missing a using directive or an assembly reference?)")]
    [InlineData("#:project ../Lib\n#:package A@1\n#:package Arize.TaskLint\nclass A : B;",
        "FILE:4:11: error CS0246: The type or namespace name 'B' could not be found (are you missing a using directive or an assembly reference?)"
        + "|FILE: '#:project ../Lib', '#:package A@1' are not followed here; for declarations that need other packages or projects, give a .csproj")]
    [InlineData("", "'FILE' declares nothing: no class in it derives from Arize.TaskLint.TaskCatalog")]
    [InlineData("class A<T> : Arize.TaskLint.TaskCatalog { protected override void Declare(Arize.TaskLint.TaskCatalogBuilder t) { } }",
        "'FILE' declares nothing: no class in it derives from Arize.TaskLint.TaskCatalog; 'A`1' does, but has type parameters")]
    [InlineData("namespace Arize.TaskLint { public abstract class TaskCatalog; }\nclass A : Arize.TaskLint.TaskCatalog;",
        "FILE: catalog 'A' has no method ToDocument(): its version of Arize.TaskLint does not fit this tool")]
    [InlineData("namespace Arize.TaskLint { public abstract class TaskCatalog { public string ToDocument() => \"tasks: []\"; } }\nclass A : Arize.TaskLint.TaskCatalog;",
        "FILE: ToDocument() of catalog 'A' gives no task document: its version of Arize.TaskLint does not fit this tool")]
    public void Where_it_cannot_be_read_the_reason_is_said(string text, string errors)
    {
        using var file = new CompiledFile(text);

        Assert.Equal(errors.Split('|'), file.Errors());
    }

    [Theory]
    [InlineData("tasks.Task(\"a\")\n.RunConfiguration(\nnull!);", "FILE:5: catalog 'A' threw ArgumentNullException: Value cannot be null. (Parameter 'configure')")]
    [InlineData("\nHelp.Fail();", "FILE:2: catalog 'A' threw InvalidOperationException: two lines")]
    [InlineData("\ntasks.Task(\"a\").Evaluator(\"E\", e =>\nthrow new FormatException(\"in a lambda\"));", "FILE:7: catalog 'A' threw FormatException: in a lambda")]
    [InlineData("\nnew List<int> { 1 }.Select(Help.Divide).ToList();", "FILE:3: catalog 'A' threw DivideByZeroException: Attempted to divide by zero.")]
    [InlineData("_ = Help.Once.Value;", "FILE:4: catalog 'A' threw KeyNotFoundException: at first use")]
    public void What_a_catalog_throws_is_told_with_the_line_that_the_user_wrote(string body, string error)
    {
        using var file = new CompiledFile("static class Help {\n" +
            "internal static void Fail() => throw new InvalidOperationException(\"two\\r\\nlines\");\n" +
            "internal static int Divide(int by) => 1 / (by - 1); internal static class Once {\n" +
            "internal static readonly string Value = Environment.GetEnvironmentVariable(\"NOWHERE\") ?? throw new KeyNotFoundException(\"at first use\"); } } class A : Arize.TaskLint.TaskCatalog { protected override void Declare(Arize.TaskLint.TaskCatalogBuilder tasks) {\n"
            + body + " } }");

        Assert.Equal([error], file.Errors());
    }
}
