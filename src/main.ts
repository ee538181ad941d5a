console.log('dragoman')
