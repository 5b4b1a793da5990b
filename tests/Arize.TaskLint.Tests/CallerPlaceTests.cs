using System.Reflection;
using System.Runtime.CompilerServices;

namespace Arize.TaskLint.Tests;

/// <summary>Every call tells where it stands.</summary>
public sealed class CallerPlaceTests
{
    public static TheoryData<string> Methods => [.. BuilderMethods.All.Where(method => !TakesAnyNumber(method)).Select(BuilderMethods.Name)];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Every_method_ends_with_the_calling_line_and_file(string name)
    {
        var parameters = BuilderMethods.All.Single(method => BuilderMethods.Name(method) == name).GetParameters();

        // The line comes first: a text too many is then no file, but a mistake that the compiler sees.
        Assert.True(parameters[^2].IsDefined(typeof(CallerLineNumberAttribute), false));
        Assert.True(parameters[^2].IsOptional && parameters[^2].ParameterType == typeof(int));
        Assert.True(parameters[^1].IsDefined(typeof(CallerFilePathAttribute), false));
        Assert.True(parameters[^1].IsOptional && parameters[^1].ParameterType == typeof(string));
        Assert.DoesNotContain(parameters[..^2], BuilderMethods.IsCaller);
    }

    [Fact]
    public void What_takes_any_number_of_texts_one_by_one_has_a_form_with_a_place_for_up_to_five_and_for_a_sequence()
    {
        foreach (var open in BuilderMethods.All.Where(TakesAnyNumber))
        {
            var forms = BuilderMethods.Of(open.DeclaringType!).Where(method => method.Name == open.Name && !TakesAnyNumber(method))
                .Select(method => method.GetParameters().Count(parameter => !BuilderMethods.IsCaller(parameter)))
                .Order();

            Assert.Equal([0, 1, 1, 2, 3, 4, 5], forms);
        }
    }

    private static bool TakesAnyNumber(MethodInfo method) => method.GetParameters().Any(parameter => parameter.IsDefined(typeof(ParamArrayAttribute), false));
}
