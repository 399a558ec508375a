using IntercomRag.Eval.Commands;

return await EvalCommands.RunAsync(args, Console.Out, Console.Error, !Console.IsErrorRedirected, CancellationToken.None);
