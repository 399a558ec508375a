using IntercomRag.Core.Decisions;
using IntercomRag.Core.Policies;
using IntercomRag.Core.Telemetry;

namespace IntercomRag.Core.Prompts;

/// <summary>What a prompt file must have, and must not have, to do its work.</summary>
internal static class PromptChecks
{
    /// <summary>What the team itself wrote, and what may therefore stand among the instructions.</summary>
    private static readonly HashSet<PromptPlace> s_trusted = [PromptPlace.Company, PromptPlace.Language, PromptPlace.Tone, PromptPlace.Style];

    private static readonly PromptPlace[] s_profile =
        [PromptPlace.CustomerName, PromptPlace.CustomerSince, PromptPlace.Segments, PromptPlace.Attributes];

    /// <exception cref="FormatException">The file asks for what nobody gives, or lacks what it is for.</exception>
    public static void Check(PromptFile file)
    {
        var allowed = Required(file.Name).Concat(file.Name == PromptName.Answer ? s_profile : []).Concat(s_trusted).Append(PromptPlace.History).ToHashSet();
        foreach (var place in file.Instructions.Places)
        {
            Demand(s_trusted.Contains(place), $"{{{PromptTemplate.NameOf(place)}}} must stand under \"{PromptFileReader.InputHeading}\": what others wrote is no instruction.");
        }

        foreach (var place in file.Input.Places)
        {
            Demand(allowed.Contains(place), $"nothing fills {{{PromptTemplate.NameOf(place)}}} in this prompt.");
        }

        foreach (var place in Required(file.Name))
        {
            Demand(file.Input.Places.Contains(place), $"{{{PromptTemplate.NameOf(place)}}} is missing under \"{PromptFileReader.InputHeading}\".");
        }

        CheckTones(PromptPlace.Tone, file.Tones);
        CheckTones(PromptPlace.Style, file.Styles);
        if (file.Name == PromptName.Intent)
        {
            // A code that the model was not told of is one that it never gives.
            foreach (var code in Enum.GetValues<Intent>().Select(CodeName.Of).Concat(Enum.GetValues<Signal>().Select(CodeName.Of)))
            {
                Demand(file.Instructions.Contains($"`{code}`"), $"the instructions do not explain `{code}`.");
            }
        }

        void CheckTones(PromptPlace place, IReadOnlyDictionary<Tone, string> texts)
        {
            if (file.Instructions.Places.Contains(place) || file.Input.Places.Contains(place))
            {
                var missing = Enum.GetValues<Tone>().Where(tone => !texts.ContainsKey(tone)).Select(tone => $"\"{PromptTemplate.NameOf(place)}.{CodeName.Of(tone)}\"").ToList();
                Demand(missing.Count == 0, $"the setting {string.Join(", ", missing)} is missing.");
            }
        }
    }

    private static PromptPlace[] Required(PromptName name) => name switch
    {
        PromptName.Answer => [PromptPlace.Documents, PromptPlace.Message],
        PromptName.Intent => [PromptPlace.Message],
        PromptName.Question => [PromptPlace.History, PromptPlace.Message],
        PromptName.Verify => [PromptPlace.Documents, PromptPlace.Sentences],
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    private static void Demand(bool holds, string sentence)
    {
        if (!holds)
        {
            throw new FormatException(sentence);
        }
    }
}
