using System.Diagnostics;
using System.Text;
using Arize.TaskLint.Core.Documents;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Core.Tests.Yaml;

/// <summary>Valid texts, cut off at every character and changed at random: whatever comes of it, it is read or refused, never thrown at.</summary>
public sealed class CutAndChangedTextTests
{
    private const string Special = "{}[]:,-?&*!|>'\"%@`#~<=$.0\\/ \t\n\r\0\u0085\u2028\uFEFF\uD83D\uDE00é";

    private static readonly string Corpus = Repository.PathOf("tests", "Arize.TaskLint.Core.Tests", "Corpus");

    private static readonly string[] Pieces =
    [
        "---\n", "...\n", "<<: *a\n", "&a ", "*a", "!!str ", "${X}", "${X:y}", "$${", "- ", "\n  ", "\n\t", "? ", ": ", "{{x}}", "null", "~", "0x1", "1e999",
        "\"\\ud83d\"", "\"\\", "%YAML 1.2\n", "x-a: ", "tasks:", "|2-\n", ">+\n", "# c\n", "[[[[", "}}", "\r\n", "\"\"", "''",
    ];

    public static TheoryData<string> Cut =>
    [
        "ok/public_example.yaml", "ok/anchors_aliases_and_merge_keys.yaml", "ok/long_templates_with_json.yaml", "ok/block_scalars_everywhere.yaml",
        "ok/several_documents.yaml", "ok/flow_style_and_json_in_yaml.yaml", "ok/variables.yaml", "ok/names_of_all_scripts.yaml", "ok/dataset_evaluation.json",
    ];

    public static TheoryData<string> CutJson => ["ok/get_task_public_example.json", "ok/get_task_upper_case_on_one_line.json", "ok/run_experiment_llm_generation.json"];

    [Theory]
    [MemberData(nameof(Cut))]
    public void A_text_that_is_cut_off_anywhere_is_read_or_refused(string file)
    {
        var text = File.ReadAllText(Path.Combine(Corpus, file));
        for (var length = 0; length < text.Length; length++)
            Check(text[..length]);
    }

    [Theory]
    [MemberData(nameof(CutJson))]
    public void JSON_that_is_cut_off_is_never_taken_for_whole(string file)
    {
        var text = File.ReadAllText(Path.Combine(Corpus, file)).TrimEnd();
        for (var length = 0; length < text.Length; length++)
        {
            var findings = Check(text[..length]);
            Assert.True(findings is [{ Rule.Id: "ATL1001" }], $"cut off behind {length} characters: {string.Join("; ", findings.Select(finding => finding.Message))}");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_text_that_is_changed_at_random_is_read_or_refused(int seed)
    {
        var texts = Directory.GetFiles(Corpus, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText).ToArray();
        var random = new Random(seed);
        for (var i = 0; i < 1500; i++)
        {
            var text = texts[random.Next(texts.Length)];
            for (var changes = random.Next(1, 6); changes > 0; changes--)
                text = Change(text, texts, random);
            Check(text);
        }
    }

    [Fact]
    public void Bytes_that_are_changed_at_random_are_read_or_refused()
    {
        var texts = Directory.GetFiles(Path.Combine(Corpus, "ok")).Order(StringComparer.Ordinal).Select(File.ReadAllText).ToArray();
        var random = new Random(5);
        Encoding[] encodings = [new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode];
        for (var i = 0; i < 1500; i++)
        {
            var encoding = encodings[random.Next(encodings.Length)];
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(texts[random.Next(texts.Length)])];
            for (var changes = random.Next(1, 4); changes > 0; changes--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            if (random.Next(4) == 0)
                bytes = bytes[..random.Next(bytes.Length)];
            var document = new DeclarationReader(_ => null).Read("t.yaml", bytes);
            AssertSound(Linter.Check([document], new SpaceSettings()), document.File.Text);
        }
    }

    private static string Change(string text, string[] texts, Random random)
    {
        var at = random.Next(text.Length + 1);
        var rest = text.Length - at;
        return random.Next(8) switch
        {
            0 => text.Remove(at, random.Next(Math.Min(rest, 40) + 1)),
            1 => text.Insert(at, Special[random.Next(Special.Length)].ToString()),
            2 => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
            3 => text.Insert(at, text.Substring(at, random.Next(Math.Min(rest, 200) + 1))),
            4 when rest > 0 => text.Remove(at, 1).Insert(at, Special[random.Next(Special.Length)].ToString()),
            5 => text[..at] + Tail(texts[random.Next(texts.Length)], random),
            6 => string.Join('\n', text.Split('\n').Select(line => random.Next(10) == 0 ? new string(' ', random.Next(4)) + line.TrimStart() : line)),
            7 => text.Replace("\n", random.Next(2) == 0 ? "\r\n" : "\r"),
            _ => text[..at],
        };
    }

    private static string Tail(string text, Random random) => text[random.Next(text.Length + 1)..];

    private static IReadOnlyList<Finding> Check(string text)
    {
        var time = Stopwatch.StartNew();
        try
        {
            var document = new DeclarationReader(name => name == "RATE" ? "0.1" : null).Read(new SourceFile("t.yaml", text));
            var findings = Linter.Check([document], new SpaceSettings());
            AssertSound(findings, text);
            Assert.True(time.Elapsed < TimeSpan.FromSeconds(10), $"takes {time.Elapsed}");
            return findings;
        }
        catch (Exception broken)
        {
            throw new InvalidOperationException($"on the text\n{text}\n", broken);
        }
    }

    private static void AssertSound(IReadOnlyList<Finding> findings, string text) => Assert.All(findings, finding =>
    {
        Assert.NotEmpty(finding.Message);
        Assert.DoesNotContain('\n', finding.Message);
        Assert.True(
            finding.Place is { IsKnown: true, Start: >= 0 } place && place.Start <= place.End && place.End <= text.Length,
            $"{finding.Rule.Id} stands at {finding.Place.Start} to {finding.Place.End} of {text.Length}: {finding.Message}");
    });
}
