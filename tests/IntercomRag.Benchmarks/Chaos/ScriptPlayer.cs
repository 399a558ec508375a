namespace IntercomRag.Benchmarks.Chaos;

/// <summary>Plays scripts in the simulated workspace, each conversation by itself.</summary>
internal sealed class ScriptPlayer(Workspace workspace)
{
    private const string Teammate = "9002";
    private const string OtherTeam = "5003";

    /// <returns>Ids of the conversations.</returns>
    public async Task<IReadOnlyList<string>> PlayAsync(IReadOnlyList<ConversationScript> scripts, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        return await Task.WhenAll(scripts.Select(script => PlayAsync(script, began, cancellationToken)));
    }

    private async Task<string> PlayAsync(ConversationScript script, long began, CancellationToken cancellationToken)
    {
        string? contact = null;
        string? conversation = null;
        foreach (var step in script.Steps)
        {
            var wait = step.At - TimeProvider.System.GetElapsedTime(began);
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, TimeProvider.System, cancellationToken);
            }

            contact ??= await workspace.CreateContactAsync(script.Language, cancellationToken);
            switch (step)
            {
                case CustomerWrites writes:
                    conversation = await workspace.WriteAsync(contact, conversation, writes.Text, cancellationToken);
                    break;
                case TeammateActs acts:
                    await workspace.ActAsync(conversation!, Request(acts.Act), cancellationToken);
                    break;
            }
        }

        return conversation!;
    }

    private static object Request(TeammateAct act) => act switch
    {
        TeammateAct.Reply => new { admin_id = Teammate, action = "reply", body = "<p>Camille here, I am looking into it.</p>" },
        TeammateAct.AssignSelf => new { admin_id = Teammate, action = "assign", assignee_type = "admin", assignee_id = Teammate },
        TeammateAct.AssignTeam => new { admin_id = Teammate, action = "assign", assignee_type = "team", assignee_id = OtherTeam },
        TeammateAct.Close => new { admin_id = Teammate, action = "close" },
        TeammateAct.GiveBack => new { admin_id = Teammate, action = "give_back" },
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };
}
