using Arize.TaskLint.Core.Templates;
using CsCheck;

namespace Arize.TaskLint.Core.Tests.Templates;

public sealed class DottedNamesTests
{
    [Fact]
    public void Keys_fill_names_as_they_do_one_by_one()
    {
        static bool Fills(string key, string name) => name == key || name.StartsWith(key + ".", StringComparison.Ordinal);
        var names = Gen.Char["ab.-/"].Array[0, 5].Select(letters => new string(letters)).List[0, 8];

        Gen.Select(names, names).Sample((given, keys) =>
        {
            var dotted = new DottedNames(given);
            keys.ForEach(dotted.Fill);

            Assert.Equal(given.Where(name => !keys.Exists(key => Fills(key, name))).Distinct().Order(StringComparer.Ordinal), dotted.Unfilled().Order(StringComparer.Ordinal));
            Assert.All(keys, key => Assert.Equal(given.Exists(name => Fills(key, name)), dotted.IsFilledBy(key)));
            Assert.All(keys, key => Assert.Equal(given.Contains(key), dotted.Has(key)));
        });
    }
}
