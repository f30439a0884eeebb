return await FollowUp.Local.FollowUpCommand.Run(args);
