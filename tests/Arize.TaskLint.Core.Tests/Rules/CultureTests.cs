using System.Globalization;
using Arize.TaskLint.Core.Documents;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Core.Tests.Rules;

/// <summary>The rules say the same whatever the language of the process is: in the compiler it is that of the machine.</summary>
public sealed class CultureTests
{
    public static TheoryData<string> Folders => ["err", "quiet", "ok"];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Findings_are_the_same_in_a_culture_with_another_decimal_separator(string folder)
    {
        var files = RuleCorpus.Files(folder).ToList();
        Assert.NotEmpty(files);
        var expected = files.ConvertAll(Lint);
        var (before, comma) = (CultureInfo.CurrentCulture, (CultureInfo)CultureInfo.InvariantCulture.Clone());
        comma.NumberFormat.NumberDecimalSeparator = ",";
        comma.NumberFormat.NumberGroupSeparator = ".";
        comma.NumberFormat.NegativeSign = "\u2212";
        comma.DateTimeFormat.DateSeparator = "|";
        try
        {
            CultureInfo.CurrentCulture = comma;
            Assert.Equal(expected, files.ConvertAll(Lint));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Lint(string file)
    {
        var text = File.ReadAllText(Path.Combine(RuleCorpus.Folder, file));
        var document = new DeclarationReader(RuleCorpus.Variables.GetValueOrDefault).Read(new SourceFile(file, text));
        return string.Join('\n', RuleRun.Lint(document).Select(finding => $"{finding.Rule.Id} {finding.Place.Start} {finding.Path} {finding.Message}"));
    }
}
