return await FollowUp.Local.CommandLine.FollowUpCommand.Run(args);
